// The passages of a plan that fit a search best, with the matching words marked.

import { fold } from "../municipality-names.js";
import { EXACT } from "./lookup.js";

/** @typedef {import("./lookup.js").Meanings} Meanings */

/** @typedef {import("./portions.js").Passage} Passage */

/**
 * @typedef {object} Excerpt
 * @property {string} anchor
 * @property {string} theme
 * @property {Stretch[]} heading title of the target or section; empty for a plan's beginning
 * @property {Stretch[]} text
 *
 * @typedef {{ text: string, marked: boolean }} Stretch
 * @typedef {{ start: number, end: number, word: number }} Hit
 * @typedef {{ passage: Passage, order: number, inTitle: Hit[], inText: Hit[],
 *   fitting: Set<number>, hasPhrase: boolean }} Rated
 */

const MOST = 3;
const LENGTH = 200;
const BEFORE = 50;
/** Letters that a part of a compound must have to be marked by. */
const SHORTEST_STEM = 5;
const SHORTEST_FORM = 4;
/** Consonants before the last vowel of a word, and what they become in some of its cases. */
const WEAK = /** @type {Record<string, string>} */ ({
  kk: "k", pp: "p", tt: "t", nk: "ng", nt: "nn", mp: "mm", lt: "ll", rt: "rr", t: "d", p: "v",
});
const WEAK_ENDINGS = "[aeiouy]{1,2}(?:n|t|ssa|sta|lla|lta|lle|ksi|tta)(?:ni|si|nsa|mme|nne|kin)?$";
const TOKEN = /[\p{L}\p{M}\p{N}\u00ad]+/gu;

/**
 * @param {Passage[]} passages
 * @param {{ words: Meanings[], phrases: string[] }} found
 * @returns {Excerpt[]} best first, at most three
 */
export function excerptsOf(passages, { words, phrases }) {
  const isHit = words.map(matcher);
  const rated = passages.map((passage, order) => {
    const [title, , , text] = passage;
    const inTitle = hits(title, isHit);
    const inText = hits(text, isHit);
    const fitting = new Set([...inTitle, ...inText].map(({ word }) => word));
    const hasPhrase = phrases.some((phrase) => fold(`${title} ${text}`).includes(phrase));
    return { passage, order, inTitle, inText, fitting, hasPhrase };
  });
  return chosen(rated).map(({ passage: [title, anchor, theme, text], inTitle, inText }) => ({
    anchor,
    theme,
    heading: stretches(title, inTitle, 0, title.length),
    text: around(text, inText),
  }));
}

/**
 * A text with what was asked for marked.
 * @param {string} text
 * @param {{ words: Meanings[] }} found
 */
export function markedText(text, { words }) {
  return stretches(text, hits(text, words.map(matcher)), 0, text.length);
}

/**
 * The passages to show: each time the one with the most words that none before it has, and of
 * those the one that has them in its title or most often.
 * @param {Rated[]} rated
 * @returns {Rated[]}
 */
function chosen(rated) {
  /** @type {Rated[]} */
  const taken = [];
  /** @type {Set<number>} */
  const had = new Set();
  const left = rated.filter(({ fitting }) => fitting.size);
  const rating = (/** @type {Rated} */ { fitting, inTitle, inText, hasPhrase }) =>
    Number(hasPhrase) * 10_000 +
    [...fitting].filter((word) => !had.has(word)).length * 1000 +
    fitting.size * 100 +
    inTitle.length * 10 +
    Math.min(inText.length, 9);
  while (left.length && taken.length < MOST) {
    left.sort((one, other) => rating(other) - rating(one) || one.order - other.order);
    const [best] = left.splice(0, 1);
    taken.push(best);
    for (const word of best.fitting) had.add(word);
  }
  return taken;
}

/**
 * Tells whether a folded word of a text is what was asked for.
 * @param {Meanings} meanings
 * @returns {(token: string) => boolean}
 */
function matcher({ word, how, meant }) {
  const forms = new Set(meant.flatMap(({ entry }) => entry.forms));
  const sure = meant.filter(({ boost }) => boost > 1).map(({ entry }) => entry);
  // What a compound has inside is known by the term without the letters that inflect.
  const stems = sure
    .map(({ term }) => term.slice(0, term.length - changing(term)))
    .filter((stem) => stem.length >= SHORTEST_STEM);
  // A shorter one begins other words too (oppia, oppilas): there the form must be whole.
  const whole = sure
    .filter(({ term }) => term.length - changing(term) < SHORTEST_STEM)
    .flatMap((entry) => entry.forms.filter((form) => form.length >= SHORTEST_FORM));
  const ends = meant.flatMap(({ entry, boost }) => (boost < EXACT ? [] : weakEnds(entry.term)));
  return (token) =>
    forms.has(token) ||
    (how === "start" && token.startsWith(word)) ||
    stems.some((stem) => token.includes(stem)) ||
    whole.some((form) => token.endsWith(form)) ||
    ends.some((end) => end.test(token));
}

/**
 * How many letters at the end of a term inflect.
 * @param {string} term
 */
function changing(term) {
  if (term.endsWith("nen")) return 3;
  return term.length > 7 ? 2 : 1;
}

/**
 * How a compound may end that has the term inside with its consonants changed: palveluverkossa
 * ends in a form of verkko.
 * @param {string} term
 * @returns {RegExp[]}
 */
function weakEnds(term) {
  const [, before, consonants] = /^(.+?)(kk|pp|tt|nk|nt|mp|lt|rt|t|p)[aeiouy]$/.exec(term) ?? [];
  const weak = before && before + WEAK[consonants];
  return weak && weak.length > 3 ? [new RegExp(`${weak}${WEAK_ENDINGS}`)] : [];
}

/**
 * @param {string} text
 * @param {((token: string) => boolean)[]} isHit by the word asked for
 * @returns {Hit[]}
 */
function hits(text, isHit) {
  return [...text.matchAll(TOKEN)].flatMap((match) => {
    const token = fold(match[0]);
    const word = isHit.findIndex((is) => is(token));
    return word < 0 ? [] : [{ start: match.index, end: match.index + match[0].length, word }];
  });
}

/**
 * @param {string} text
 * @param {Hit[]} found
 */
function around(text, found) {
  const first = bestStart(found);
  const start = first <= BEFORE ? 0 : text.lastIndexOf(" ", first - BEFORE) + 1;
  const space = text.indexOf(" ", start + LENGTH);
  const end = space < 0 ? text.length : space;
  const inside = stretches(text, found, start, end);
  return [
    ...(start > 0 ? [{ text: "… ", marked: false }] : []),
    ...inside,
    ...(end < text.length ? [{ text: " …", marked: false }] : []),
  ];
}

/**
 * Where the stretch begins that has the most different words.
 * @param {Hit[]} found
 */
function bestStart(found) {
  let best = 0;
  let most = 0;
  for (const { start } of found) {
    const near = found.filter((hit) => hit.start >= start && hit.end <= start + LENGTH - BEFORE);
    const different = new Set(near.map(({ word }) => word)).size;
    if (different > most) {
      most = different;
      best = start;
    }
  }
  return best;
}

/**
 * @param {string} text
 * @param {Hit[]} found
 * @param {number} start
 * @param {number} end
 * @returns {Stretch[]}
 */
function stretches(text, found, start, end) {
  /** @type {Stretch[]} */
  const parts = [];
  let at = start;
  for (const hit of found) {
    if (hit.start < start || hit.end > end) continue;
    if (hit.start > at) parts.push({ text: text.slice(at, hit.start), marked: false });
    parts.push({ text: text.slice(hit.start, hit.end), marked: true });
    at = hit.end;
  }
  if (at < end) parts.push({ text: text.slice(at, end), marked: false });
  return parts;
}

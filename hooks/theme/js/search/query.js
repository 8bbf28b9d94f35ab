// What somebody asks for: words, phrases in quotation marks, words that must not occur.

import { fold } from "../municipality-names.js";

/** Letters of a term; what is longer is cut, in a text as in a query. */
const LONGEST = 35;

/**
 * @typedef {object} Query
 * @property {Word[]} words those of phrases included
 * @property {string[]} phrases folded
 * @property {string[]} excluded folded words
 *
 * @typedef {object} Word
 * @property {string} text folded
 * @property {boolean} unfinished whether it may be the beginning of a word
 */

/**
 * @param {string} text as typed
 * @returns {Query}
 */
export function readQuery(text) {
  /** @type {string[]} */
  const phrases = [];
  const open = text.replace(/["“”„«»]([^"“”„«»]+)["“”„«»]/gu, (_, inside) => {
    phrases.push(fold(inside));
    return ` ${inside} `;
  });
  const stretches = open.split(/\s+/u).filter(Boolean);
  const excluded = stretches.filter((one) => /^-\p{L}/u.test(one)).flatMap(termsOf);
  const wanted = stretches.filter((one) => !/^-\p{L}/u.test(one));
  const words = wanted.flatMap((one, at) => {
    const terms = termsOf(one);
    return terms.map((term, position) => ({
      text: term,
      unfinished: position === terms.length - 1 && (one.endsWith("*") || at === wanted.length - 1),
    }));
  });
  return { words: words.filter(unlike), phrases: phrases.filter(Boolean), excluded };
}

/** @param {string} stretch */
function termsOf(stretch) {
  return fold(stretch).split(" ").filter(Boolean).map((term) => term.slice(0, LONGEST));
}

/**
 * @param {Word} word
 * @param {number} at
 * @param {Word[]} words
 */
function unlike(word, at, words) {
  return words.findIndex(({ text }) => text === word.text) === at;
}

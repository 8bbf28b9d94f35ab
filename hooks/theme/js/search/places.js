// Municipalities and regions that a search names, each with what is left of the search without it.

import { fold } from "../municipality-names.js";

/** @typedef {import("../municipality-search.js").Match} Match */
/** @typedef {import("./pages.js").Manifest} Manifest */

/**
 * @typedef {object} NamedPlace
 * @property {"municipality" | "region"} facet
 * @property {string} code
 * @property {string} rest what else is searched for
 */

/** Ways of finding a municipality that leave no doubt. */
const SURE = new Set(["name", "form", "former"]);
/** Letters of a case ending and what may follow it. */
const LONGEST_ENDING = 5;

/**
 * Municipalities that a text names beyond doubt.
 * @param {string} text
 * @param {(text: string) => Match[]} findPlaces
 */
export function surely(text, findPlaces) {
  return findPlaces(text).filter(({ how }) => SURE.has(how));
}

/**
 * @param {string} text as typed
 * @param {(text: string) => Match[]} findPlaces
 * @returns {NamedPlace[]} as they stand in the text
 */
export function municipalitiesIn(text, findPlaces) {
  const words = text.split(/\s+/u).filter((word) => /^\p{L}/u.test(word));
  const whole = surely(text, findPlaces).map(({ code }) => ({ code, rest: "" }));
  const named = whole.length ? whole : words.flatMap((word) =>
    surely(word, findPlaces).map(({ code }) => ({ code, rest: without(text, [word]) })));
  return named.map((place) => ({ facet: "municipality", ...place }));
}

/**
 * Regions all of whose name's words stand in a search, in any form; of `Etelä-Savo` and `Savo` the
 * longer.
 * @param {string} text as typed
 * @param {Manifest} manifest
 * @returns {NamedPlace[]}
 */
export function regionsIn(text, { regions, regionStems }) {
  const stretches = text.split(/\s+/u);
  const words = fold(text).split(" ");
  /** @param {string} word @param {string} term */
  const isForm = (word, term) =>
    [term, ...(regionStems[term] ?? "").split(" ")].some((stem) =>
      stem && word.startsWith(stem) && word.length - stem.length <= LONGEST_ENDING);
  const named = regions.flatMap(([code, ...names]) =>
    names
      .map((name) => name.split(" "))
      .filter((terms) => terms.every((term) => words.some((word) => isForm(word, term))))
      .map((terms) => ({ code, terms })));
  const longest = named.filter(({ terms }) => !named.some((other) =>
    other.terms.length > terms.length && terms.every((term) => other.terms.includes(term))));
  return [...new Map(longest.map((one) => [one.code, one.terms]))].map(([code, terms]) => {
    const own = stretches.filter((stretch) =>
      fold(stretch).split(" ").every((part) => terms.some((term) => isForm(part, term))));
    return { facet: "region", code, rest: without(text, own) };
  });
}

/**
 * @param {string} text
 * @param {string[]} words
 */
function without(text, words) {
  return text.split(/\s+/u).filter((word) => !words.includes(word)).join(" ").trim();
}

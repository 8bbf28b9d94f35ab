// Municipalities and regions that a search names, each with what is left of the search without it.

import { fold } from "../municipality-names.js";

/** @typedef {import("../municipality-search.js").Match} Match */
/** @typedef {import("./lookup.js").Meanings} Meanings */

/**
 * @typedef {object} NamedPlace
 * @property {"municipality" | "region"} facet
 * @property {string} code
 * @property {string} rest what else is searched for
 */

/** Ways of finding a municipality that leave no doubt. */
const SURE = new Set(["name", "form", "former"]);

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
 * Regions all of whose name's words a search means; of `Etelä-Savo` and `Savo` the longer.
 * @param {string} text as typed
 * @param {Meanings[]} words
 * @param {[code: string, ...names: string[]][]} regions with names folded
 * @returns {NamedPlace[]}
 */
export function regionsIn(text, words, regions) {
  const exact = words.filter(({ how }) => how === "exact");
  /** @param {Meanings} word @param {string} term */
  const means = ({ meant }, term) => meant.some(({ entry }) => entry.term === term);
  const named = regions.flatMap(([code, ...names]) =>
    names
      .map((name) => name.split(" "))
      .filter((terms) => terms.every((term) => exact.some((word) => means(word, term))))
      .map((terms) => ({ code, terms })));
  const longest = named.filter(({ terms }) => !named.some((other) =>
    other.terms.length > terms.length && terms.every((term) => other.terms.includes(term))));
  const found = new Map(longest.map((one) => [one.code, one.terms]));
  return [...found].map(([code, terms]) => {
    const own = exact.filter((word) => terms.some((term) => means(word, term)));
    const inText = text.split(/\s+/u).filter((stretch) =>
      fold(stretch).split(" ").every((part) => own.some(({ word }) => word === part)));
    return { facet: "region", code, rest: without(text, inText) };
  });
}

/**
 * @param {string} text
 * @param {string[]} words
 */
function without(text, words) {
  return text.split(/\s+/u).filter((word) => !words.includes(word)).join(" ").trim();
}

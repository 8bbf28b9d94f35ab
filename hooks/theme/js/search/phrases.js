// Phrases: which plans have them as they stand. The index knows words alone, so their texts are read.

import { fold } from "../municipality-names.js";
import { numbersOf } from "./portions.js";
import { termsOf } from "./query.js";

/** @typedef {import("./lookup.js").Meanings} Meanings */
/** @typedef {import("./portions.js").Portions} Portions */

/** Plans that are read to see whether they have a phrase. */
const MOST_READ = 200;

/**
 * The plans that have all phrases, each with the bits of the portions that have them.
 * @param {Portions} portions
 * @param {number[]} plans best first
 * @param {string[]} phrases folded
 * @param {Meanings[]} words those of the phrases among them
 * @param {boolean} titlesOnly
 * @returns {Promise<Map<number, number>>}
 */
export async function withPhrases(portions, plans, phrases, words, titlesOnly) {
  const fields = titlesOnly ? ["title", "heading"] : ["title", "heading", "text"];
  const wanted = phrases.map((phrase) => {
    const terms = new Set(termsOf(phrase));
    return { phrase, words: words.filter(({ word }) => terms.has(word)) };
  });
  /** Per phrase, the bits of the portions of a plan in which all its words stand. */
  const together = (/** @type {number} */ plan) => wanted.map(({ phrase, words: own }) => ({
    phrase,
    bits: own.reduce((bits, word) => bits & portions.bits(plan, word, fields), -1),
  }));
  const likely = plans
    .map((plan) => ({ plan, places: together(plan) }))
    .filter(({ places }) => places.every(({ bits }) => bits));
  const read = await Promise.all(likely.slice(0, MOST_READ).map(async ({ plan, places }) => ({
    plan,
    places: await Promise.all(places.map(({ phrase, bits }) =>
      place(portions, plan, phrase, bits, titlesOnly))),
  })));
  return new Map(read
    .filter(({ places }) => places.every((bit) => bit))
    .map(({ plan, places }) => [plan, places.reduce((bits, bit) => bits | bit, 0)]));
}

/**
 * The bit of the first portion of a plan that has a phrase, or 0.
 * @param {Portions} portions
 * @param {number} plan
 * @param {string} phrase
 * @param {number} likely bits of the portions to read; the title stands in each
 * @param {boolean} titlesOnly
 */
async function place(portions, plan, phrase, likely, titlesOnly) {
  for (const number of numbersOf(likely)) {
    const { title, passages } = await portions.portion(plan, number);
    const texts = [title, ...passages.flatMap(([heading, , , text]) =>
      titlesOnly ? [heading] : [heading, text])].map(fold);
    if (texts.some((text) => ` ${text} `.includes(` ${phrase} `))) return 1 << number;
  }
  return 0;
}

// What somebody asks for: words, phrases in quotation marks, words that must not occur.

import { fold } from "../municipality-names.js";

/** Letters of a term; what is longer is cut, in a text as in a query. */
const LONGEST = 35;
const EXCLUDED = /^-[\p{L}\p{N}]/u;

/**
 * @typedef {object} Query
 * @property {Word[]} words those of phrases included
 * @property {string[]} phrases folded
 * @property {string[]} excluded folded words
 * @property {string[]} barred folded phrases that must not occur
 *
 * @typedef {object} Word
 * @property {string} text folded
 * @property {boolean} isBeginning whether it was marked as the beginning of words, with a star
 * @property {boolean} isInPhrase whether it must stand whole, and not as a part of a compound
 */

/**
 * @param {string} text as typed
 * @returns {Query}
 */
export function readQuery(text) {
  /** @type {string[]} */
  const phrases = [];
  /** @type {string[]} */
  const barred = [];
  const rest = text.replace(/(-?)["“”„«»]([^"“”„«»]+)["“”„«»]/gu, (_, minus, inside) => {
    (minus ? barred : phrases).push(fold(inside));
    return " ";
  });
  const stretches = rest.split(/\s+/u).filter(Boolean);
  const excluded = stretches.filter((one) => EXCLUDED.test(one)).flatMap(termsOf);
  const words = [
    ...phrases.flatMap((phrase) => wordsOf(phrase, true)),
    ...stretches.filter((one) => !EXCLUDED.test(one)).flatMap((one) => wordsOf(one, false)),
  ];
  return {
    words: words.filter(unlike),
    phrases: phrases.filter(Boolean),
    excluded,
    barred: barred.filter(Boolean),
  };
}

/**
 * @param {string} stretch
 * @param {boolean} isInPhrase
 * @returns {Word[]}
 */
function wordsOf(stretch, isInPhrase) {
  const isBeginning = stretch.endsWith("*");
  return termsOf(stretch).map((text) => ({ text, isBeginning, isInPhrase }));
}

/**
 * The terms of a stretch of text, folded and cut as they are looked up.
 * @param {string} stretch
 */
export function termsOf(stretch) {
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

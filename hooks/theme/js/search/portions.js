// Portions of the plans' texts: where they are, and which of them a search should show.

import { STRIDE } from "./pages.js";

/** @typedef {import("./lookup.js").Meanings} Meanings */
/** @typedef {import("./pages.js").Manifest} Manifest */

/** @typedef {[title: string, anchor: string, theme: string, text: string]} Passage */

/**
 * What hooks/kuntakesu/search/files.py makes: what there is to say of a plan, and some passages.
 * @typedef {object} Portion
 * @property {string} name
 * @property {string} title
 * @property {string} provider
 * @property {string} language
 * @property {string[]} municipalities codes
 * @property {Passage[]} passages
 */

/** Portions of a plan that are fetched for its excerpts. */
const MOST = 2;
const HEADING = "heading";

export class Portions {
  /**
   * @param {Manifest} manifest
   * @param {(name: string) => Promise<Portion>} load
   */
  constructor(manifest, load) {
    this.fields = manifest.fields.map(([name]) => name);
    this.placed = manifest.fields.filter(([, , , , placed]) => placed).map(([name]) => name);
    this.folders = manifest.folders;
    this.load = load;
    let first = 0;
    this.firsts = manifest.plansIn.map((count) => (first += count) - count);
  }

  /**
   * @param {number} plan
   * @param {number} number of the portion
   */
  portion(plan, number) {
    const folder = this.firsts.filter((first) => first <= plan).length - 1;
    return this.load(`${this.folders[folder]}/${plan - this.firsts[folder]}.${number}`);
  }

  /**
   * The portions of a plan that show best what was found there, in their order.
   * @param {number} plan
   * @param {Meanings[]} words
   * @param {number} sure bits of the portions to show; 0 where any may be the best
   * @returns {Promise<Portion[]>}
   */
  best(plan, words, sure) {
    const numbers = sure ? numbersOf(sure) : this.#chosen(plan, words);
    return Promise.all(numbers.map((number) => this.portion(plan, number)));
  }

  /**
   * Bits of the portions of a plan in which a word stands.
   * @param {number} plan
   * @param {Meanings} meanings
   * @param {string[]} fields
   */
  bits(plan, { meant }, fields) {
    const postings = meant.flatMap(({ entry }) => entry.postings);
    return postings.reduce((bits, found) =>
      (fields.includes(this.fields[found[0]]) ? bits | bitsAt(found, plan) : bits), 0);
  }

  /**
   * Those that have the most words that no other chosen one has; the first where none has any.
   * @param {number} plan
   * @param {Meanings[]} words
   */
  #chosen(plan, words) {
    let left = words
      .map((word) => ({
        anywhere: this.bits(plan, word, this.placed),
        heading: this.bits(plan, word, [HEADING]),
      }))
      .filter(({ anywhere }) => anywhere);
    /** @type {number[]} */
    const chosen = [];
    while (left.length && chosen.length < MOST) {
      const number = bestOf(left);
      chosen.push(number);
      left = left.filter(({ anywhere }) => !has(anywhere, number));
    }
    return chosen.length ? chosen.sort((one, other) => one - other) : [0];
  }
}

/**
 * @param {{ anywhere: number, heading: number }[]} words
 */
function bestOf(words) {
  const all = words.reduce((bits, { anywhere }) => bits | anywhere, 0);
  let best = 0;
  let most = 0;
  for (let number = 0; all >> number; number += 1) {
    const found = words.filter(({ anywhere }) => has(anywhere, number)).length;
    const inHeadings = words.filter(({ heading }) => has(heading, number)).length;
    if (2 * found + inHeadings > most) {
      most = 2 * found + inHeadings;
      best = number;
    }
  }
  return best;
}

/**
 * @param {number} bits
 * @param {number} number
 */
function has(bits, number) {
  return ((bits >> number) & 1) === 1;
}

/**
 * The numbers of the portions that bits mean.
 * @param {number} bits
 */
export function numbersOf(bits) {
  return [...Array(32).keys()].filter((number) => has(bits, number));
}

/**
 * @param {number[]} field its number, and its postings in the order of plans
 * @param {number} plan
 */
function bitsAt(field, plan) {
  let low = 0;
  let high = (field.length - 1) / STRIDE;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (field[1 + middle * STRIDE] < plan) low = middle + 1;
    else high = middle;
  }
  const at = 1 + low * STRIDE;
  return field[at] === plan ? field[at + STRIDE - 1] : 0;
}

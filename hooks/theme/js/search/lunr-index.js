// Some terms of the paged index as an index of lunr's own, with the scores that the whole would have.

import { STRIDE } from "./pages.js";

/** @typedef {import("./pages.js").Entry} Entry */
/** @typedef {import("./pages.js").Manifest} Manifest */

/**
 * An index that stock lunr.js loads. Its fields' vectors hold just the terms given; lunr's score is a
 * product with the query's vector, so that the other terms would add nothing.
 * @param {string} version lunr's
 * @param {Manifest} manifest
 * @param {Entry[]} entries each term once
 * @param {Set<number>} [plans] those that are asked for; all where it is left out
 */
export function serialise(version, manifest, entries, plans) {
  const ordered = [...entries].sort((one, other) => (one.term < other.term ? -1 : 1));
  /** @type {Map<string, number[]>} */
  const vectors = new Map();
  const invertedIndex = ordered.map(({ term, postings }, number) => {
    const weight = rarity(postings, manifest.documents);
    /** @type {Record<string, any>} */
    const posting = { _index: number };
    for (const [name] of manifest.fields) posting[name] = {};
    for (const found of postings) {
      const [name, boost, average, levels] = manifest.fields[found[0]];
      for (let at = 1; at < found.length; at += STRIDE) {
        const document = found[at];
        if (plans && !plans.has(document)) continue;
        const length = levels ? lengthAt(levels[document]) / average : 1;
        const score = scored(weight, found[at + 1], length, manifest) * boost;
        posting[name][document] = {};
        const reference = `${name}/${document}`;
        const vector = vectors.get(reference);
        // The third digit after the point is as far as lunr goes.
        const rounded = Number(score.toFixed(3));
        if (vector) vector.push(number, rounded);
        else vectors.set(reference, [number, rounded]);
      }
    }
    return [term, posting];
  });
  return {
    version,
    fields: manifest.fields.map(([name]) => name),
    fieldVectors: [...vectors],
    invertedIndex,
    pipeline: [],
  };
}

/**
 * lunr's inverse document frequency, which counts a document once for each field.
 * @param {number[][]} postings
 * @param {number} documents
 */
function rarity(postings, documents) {
  const found = postings.reduce((sum, field) => sum + (field.length - 1) / STRIDE, 0);
  return Math.log(1 + Math.abs((documents - found + 0.5) / (found + 0.5)));
}

/**
 * The twin of length_at() in hooks/kuntakesu/search/inversion.py.
 * @param {string} level a digit
 */
function lengthAt(level) {
  return 2 ** ((parseInt(level, 36) - 1) / 2);
}

/**
 * @param {number} weight
 * @param {number} frequency
 * @param {number} relativeLength the field's length by the average
 * @param {Manifest} manifest
 */
function scored(weight, frequency, relativeLength, { k1, b }) {
  return (weight * ((k1 + 1) * frequency)) / (k1 * (1 - b + b * relativeLength) + frequency);
}

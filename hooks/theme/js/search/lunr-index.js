// Some terms of the paged index as an index of lunr's own, with the scores that the whole would have.

/** @typedef {import("./pages.js").Entry} Entry */
/** @typedef {import("./pages.js").Manifest} Manifest */

/**
 * An index that stock lunr.js loads. Its fields' vectors hold just the terms given; lunr's score is a
 * product with the query's vector, so that the other terms would add nothing.
 * @param {string} version lunr's
 * @param {Manifest} manifest
 * @param {Entry[]} entries each term once
 */
export function serialise(version, manifest, entries) {
  const ordered = [...entries].sort((one, other) => (one.term < other.term ? -1 : 1));
  /** @type {Map<string, number[]>} */
  const vectors = new Map();
  const invertedIndex = ordered.map(({ term, postings }, number) => {
    const weight = rarity(postings, manifest.documents);
    /** @type {Record<string, any>} */
    const posting = { _index: number };
    for (const [name] of manifest.fields) posting[name] = {};
    for (const [field, ...steps] of postings) {
      const [name, boost, average] = manifest.fields[field];
      let document = 0;
      for (let at = 0; at < steps.length; at += 3) {
        document += steps[at];
        const score = scored(weight, steps[at + 1], steps[at + 2] / average, manifest) * boost;
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
  const found = postings.reduce((sum, steps) => sum + (steps.length - 1) / 3, 0);
  return Math.log(1 + Math.abs((documents - found + 0.5) / (found + 0.5)));
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

// A packed lunr index unpacked; the twin of hooks/kuntakesu/search/packing.py.

/**
 * @typedef {object} Packed
 * @property {string} version the version of lunr.js that the index is for
 * @property {string} field the index's only field
 * @property {Record<string, number>} scores lunr's score of a term by the number of its documents
 * @property {string[]} terms the terms of each document beside its phrase
 */

/**
 * The index in the form that lunr loads.
 * @param {Packed} packed
 * @param {string[]} phrases by document
 */
export function unpack({ version, field, scores, terms }, phrases) {
  const documents = phrases.map((phrase, name) => [
    phrase,
    ...terms[name].split(" ").filter(Boolean).map((change) => changed(phrase, change)),
  ]);
  /** @type {Map<string, number[]>} */
  const postings = new Map();
  documents.forEach((own, name) => {
    for (const term of own) postings.set(term, [...(postings.get(term) ?? []), name]);
  });
  const number = new Map([...postings.keys()].map((term, position) => [term, position]));
  /** @param {string} term */
  const element = (term) => [Number(number.get(term)), scores[postings.get(term)?.length ?? 0]];
  return {
    version,
    fields: [field],
    fieldVectors: documents.map((own, name) => [
      `${field}/${name}`,
      own.map(element).sort(([one], [other]) => one - other).flat(),
    ]),
    invertedIndex: [...postings.keys()].sort().map((term) => [
      term,
      {
        [field]: Object.fromEntries((postings.get(term) ?? []).map((name) => [name, {}])),
        _index: number.get(term),
      },
    ]),
    pipeline: [],
  };
}

/**
 * @param {string} phrase
 * @param {string} change letters to take off its end, then what to put there: 2de
 */
function changed(phrase, change) {
  const taken = parseInt(change, 10);
  const added = change.slice(String(taken).length).replaceAll("_", " ");
  return phrase.slice(0, phrase.length - taken) + added;
}

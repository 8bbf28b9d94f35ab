// Which plans a text means: by the words they hold, and by the municipalities that it names.

import { fold } from "./municipality-names.js";

/** @typedef {import("./municipality-search.js").Match} Match */

/**
 * @typedef {object} Hits
 * @property {Map<number, number>} scores by the plan's position
 * @property {string[]} places codes of the municipalities that the whole text names
 */

const PLACE_SCORE = 100;
const SHORTEST_MISTAKABLE = 5;

/**
 * @param {typeof import("lunr")} lunr
 * @param {object} serialised the index that hooks/kuntakesu/search/plans.py makes
 * @param {(text: string) => Match[]} findPlaces
 * @param {string[][]} municipalities codes by the plan's position
 * @returns {(text: string) => Hits}
 */
export function createPlanSearch(lunr, serialised, findPlaces, municipalities) {
  const index = lunr.Index.load(serialised);
  /** @type {Map<string, number[]>} */
  const byCode = new Map();
  municipalities.forEach((codes, position) => {
    for (const code of codes) byCode.set(code, [...(byCode.get(code) ?? []), position]);
  });

  /** @param {string} text */
  function placesIn(text) {
    const sure = ["name", "form", "former"];
    return findPlaces(text).filter(({ how }) => sure.includes(how)).map(({ code }) => code);
  }

  /** @param {string[]} codes */
  function ofPlaces(codes) {
    const positions = codes.flatMap((code) => byCode.get(code) ?? []);
    return new Map(positions.map((position) => [position, PLACE_SCORE]));
  }

  /**
   * @param {string} word
   * @param {boolean} mistyped
   * @returns {Map<number, number>}
   */
  function ofWord(word, mistyped) {
    const found = index.query((query) => {
      if (mistyped) {
        query.term(word, { editDistance: 1, usePipeline: false });
      } else {
        query.term(word, { boost: 10, usePipeline: false });
        query.term(word, { wildcard: lunr.Query.wildcard.TRAILING, usePipeline: false });
      }
    });
    return new Map(found.map(({ ref, score }) => [Number(ref), score]));
  }

  return (text) => {
    const places = placesIn(text);
    const words = fold(text).split(" ").filter(Boolean);
    const perWord = words.map((word) => {
      const exact = union(ofWord(word, false), ofPlaces(placesIn(word)));
      return exact.size || word.length < SHORTEST_MISTAKABLE ? exact : ofWord(word, true);
    });
    const scores = union(intersection(perWord), ofPlaces(places));
    if (scores.size || places.length) return { scores, places };
    const near = findPlaces(text).map(({ code }) => code);
    return { scores: ofPlaces(near), places: near };
  };
}

/**
 * @param {Map<number, number>} one
 * @param {Map<number, number>} other
 */
function union(one, other) {
  const sum = new Map(one);
  for (const [position, score] of other) sum.set(position, (sum.get(position) ?? 0) + score);
  return sum;
}

/** @param {Map<number, number>[]} all */
function intersection(all) {
  const [first = new Map(), ...rest] = all;
  const common = [...first].filter(([position]) => rest.every((scores) => scores.has(position)));
  return new Map(
    common.map(([position, score]) => [
      position,
      rest.reduce((sum, scores) => sum + (scores.get(position) ?? 0), score),
    ]),
  );
}

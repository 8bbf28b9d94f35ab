// Which plans a choice of facets leaves, and how many each further choice would leave.

import { standingOf } from "./standing.js";

/**
 * What hooks/kuntakesu/exports/facets.py makes.
 * @typedef {object} FacetData
 * @property {number[]} start
 * @property {number[]} end
 * @property {string[]} status
 * @property {Record<string, string[][]>} facets values by the plan's position
 */

/** @typedef {Map<string, Set<string>>} Chosen values by facet; no facet with an empty set */

/**
 * Adds the facet that depends on the day.
 * @param {FacetData} data
 * @param {number} year
 * @returns {FacetData}
 */
export function withStanding(data, year) {
  const period = data.status.map((_, at) => [
    standingOf(data.status[at], data.start[at], data.end[at], year),
  ]);
  return { ...data, facets: { ...data.facets, period } };
}

/**
 * The plans that have, in each chosen facet, at least one of the chosen values.
 * @param {FacetData} data
 * @param {Chosen} chosen
 * @param {(position: number) => boolean} isHit whether a plan fits what is searched for
 * @returns {number[]} positions
 */
export function select(data, chosen, isHit) {
  const positions = [...data.status.keys()].filter(isHit);
  return positions.filter((at) => fits(data, chosen, at));
}

/**
 * Per facet and value, the number of plans that would be left if it were chosen, the choices in
 * the same facet set aside.
 * @param {FacetData} data
 * @param {Chosen} chosen
 * @param {(position: number) => boolean} isHit
 * @returns {Map<string, Map<string, number>>}
 */
export function count(data, chosen, isHit) {
  const hits = [...data.status.keys()].filter(isHit);
  return new Map(Object.entries(data.facets).map(([facet, values]) => {
    const others = new Map([...chosen].filter(([name]) => name !== facet));
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const at of hits) {
      if (!fits(data, others, at)) continue;
      for (const value of values[at]) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [facet, counts];
  }));
}

/**
 * Positions in the order asked for.
 * @param {FacetData} data
 * @param {number[]} positions in the catalogue's order, which is by municipality
 * @param {string} by `municipality`, `period`, `newest` or `relevance`
 * @param {Map<number, number>} scores
 */
export function sort(data, positions, by, scores) {
  // A map, since an address may ask for any order, also for what every object has by itself.
  /** @type {Map<string, (a: number, b: number) => number>} */
  const orders = new Map([
    ["period", (a, b) => data.start[a] - data.start[b] || data.end[a] - data.end[b] || a - b],
    ["newest", (a, b) => data.start[b] - data.start[a] || data.end[b] - data.end[a] || a - b],
    ["relevance", (a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || a - b],
  ]);
  return [...positions].sort(orders.get(by) ?? ((a, b) => a - b));
}

/**
 * @param {FacetData} data
 * @param {Chosen} chosen
 * @param {number} at
 */
function fits(data, chosen, at) {
  return [...chosen].every(([facet, values]) =>
    (data.facets[facet]?.[at] ?? []).some((value) => values.has(value)));
}

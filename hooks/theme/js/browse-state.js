// What the address says of the list of plans, and the address for a state.

/** @typedef {import("./facets.js").Chosen} Chosen */

// As the search field's own limit: a longer text could keep the browser busy for long.
const LONGEST = 200;

/**
 * @typedef {object} State
 * @property {string} text what is searched for
 * @property {Chosen} chosen
 * @property {string} sort empty for the usual order
 * @property {boolean} titles whether only titles and headings are searched
 * @property {string} provider the folder of a provider whose plans alone are searched, or empty
 */

/**
 * @param {string} search the address from its question mark on
 * @param {string[]} facets
 * @returns {State}
 */
export function readState(search, facets) {
  const parameters = new URLSearchParams(search);
  const chosen = new Map(
    facets
      .map((facet) => /** @type {[string, Set<string>]} */ (
        [facet, new Set(parameters.getAll(facet).filter(Boolean))]
      ))
      .filter(([, values]) => values.size),
  );
  return {
    text: (parameters.get("q") ?? "").trim().slice(0, LONGEST),
    chosen,
    sort: parameters.get("sort") ?? "",
    titles: parameters.has("titles"),
    provider: parameters.get("provider") ?? "",
  };
}

/**
 * @param {State} state
 * @returns {string} empty where nothing is asked for
 */
export function writeState({ text, chosen, sort, titles, provider }) {
  const parameters = new URLSearchParams();
  if (text) parameters.set("q", text);
  for (const [facet, values] of chosen) {
    for (const value of values) parameters.append(facet, value);
  }
  if (sort) parameters.set("sort", sort);
  if (text && titles) parameters.set("titles", "");
  if (provider) parameters.set("provider", provider);
  const written = parameters.toString();
  return written && `?${written}`;
}

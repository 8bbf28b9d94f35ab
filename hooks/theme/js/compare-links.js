// Links from plans in lists to a comparison. Scripts make them, since without scripts none is made.

import { make } from "./elements.js";
import { texts } from "./texts.js";

/** @param {string} name of the plan */
export function compareLink(name) {
  const page = /** @type {HTMLAnchorElement | null} */ (document.querySelector("[data-compare-page]"));
  const link = make("a", "kk-plan__compare", texts.search.compare);
  link.href = `${page?.href}?${page?.dataset.comparePage}=${name}`;
  return link;
}

/**
 * Gives each plan a link that has none.
 * @param {Iterable<Element>} items
 */
export function addCompareLinks(items) {
  for (const item of items) {
    const facts = item.querySelector(".kk-plan__facts");
    const { plan = "" } = /** @type {HTMLElement} */ (item).dataset;
    if (facts && !facts.querySelector(".kk-plan__compare")) facts.append(compareLink(plan));
  }
}

// The heading of the list of plans, which says what is found, and says it to a screen reader too.

import { fill } from "./elements.js";

export class ListHeading {
  /**
   * @param {HTMLElement} element
   * @param {HTMLElement} status a live region
   */
  constructor(element, status) {
    this.element = element;
    this.status = status;
  }

  /**
   * @param {number} found
   * @param {string[]} filters what the plans are found by
   * @param {string[]} notes what the search did beyond the words as typed
   */
  show(found, filters, notes) {
    const text = this.#text(found, filters);
    const isNew = this.element.textContent !== text;
    this.element.textContent = text;
    // What the page came with needs no saying; what was said of a failure must not stay.
    if (isNew || this.status.textContent) this.say([text, ...notes]);
  }

  /** @param {string[]} lines */
  say(lines) {
    const text = lines.join(" ");
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  /**
   * @param {number} found
   * @param {string[]} filters
   */
  #text(found, filters) {
    const { one = "", other = "", none = "", of = "" } = this.element.dataset;
    const number = new Intl.NumberFormat(document.documentElement.lang).format(found);
    const text = found === 0 ? none : found === 1 ? one : other;
    const counted = fill(text, { count: number });
    return filters.length ? fill(of, { filters: filters.join(" · "), found: counted }) : counted;
  }
}

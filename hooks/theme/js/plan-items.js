// The elements of the list of plans: those that the page came with, and those of its further pages.

import { loadPage } from "./load.js";

export class PlanItems {
  /** @type {Map<number, HTMLElement>} by the plan's position */
  #items = new Map();

  /**
   * @param {Element} list
   * @param {string[]} pages addresses of the pages that hold the elements, in their order
   * @param {number} first the position of this page's first plan
   * @param {number} onAPage
   * @param {(item: HTMLElement) => void} prepare called for each element from another page
   */
  constructor(list, pages, first, onAPage, prepare) {
    this.pages = pages;
    this.onAPage = onAPage;
    this.prepare = prepare;
    this.#collect(list, first, "");
  }

  /**
   * The elements of plans, fetched where they are on another page.
   * @param {number[]} positions
   * @returns {Promise<HTMLElement[]>}
   */
  async items(positions) {
    const missing = positions.filter((position) => !this.#items.has(position));
    const pages = new Set(missing.map((position) => Math.floor(position / this.onAPage)));
    await Promise.all([...pages].map((page) => this.#fetch(page)));
    return positions.flatMap((position) => this.#items.get(position) ?? []);
  }

  /** @param {number} page */
  async #fetch(page) {
    const fetched = await loadPage(this.pages[page]);
    const list = fetched.querySelector("[data-list]");
    if (list) this.#collect(list, page * this.onAPage, this.pages[page]);
  }

  /**
   * @param {Element} list
   * @param {number} first
   * @param {string} address of the page that the list came with; empty for this page
   */
  #collect(list, first, address) {
    [...list.querySelectorAll("[data-plan]")].forEach((child, step) => {
      const item = /** @type {HTMLElement} */ (child);
      if (this.#items.has(first + step)) return;
      const own = address ? document.importNode(item, true) : item;
      if (address) {
        lead(own, address);
        this.prepare(own);
      }
      this.#items.set(first + step, own);
    });
  }
}

/**
 * Makes the links of an element lead where they led on the page that it was made for.
 * @param {HTMLElement} item
 * @param {string} address
 */
function lead(item, address) {
  const page = new URL(address, location.href);
  for (const link of item.querySelectorAll("a")) {
    link.href = new URL(link.getAttribute("href") ?? "", page).href;
  }
}

// The list of plans: the elements that the page came with, and those of its further pages.

import { loadPage } from "./load.js";

const STEP = 100;

export class PlanList {
  /** @type {Map<string, HTMLElement>} */
  #items = new Map();
  /** @type {string[]} */
  #wanted = [];
  #shown = STEP;
  #turn = 0;

  /**
   * @param {HTMLElement} list
   * @param {HTMLElement} more what holds the button that shows more
   * @param {string[]} names all plans in the catalogue's order
   * @param {string[]} pages addresses of the pages that hold the elements, in the same order
   * @param {number} onAPage
   * @param {(item: HTMLElement) => void} prepare called for each element from another page
   */
  constructor(list, more, names, pages, onAPage, prepare) {
    this.list = list;
    this.more = more;
    this.pages = pages;
    this.prepare = prepare;
    this.pageOf = new Map(names.map((name, at) => [name, Math.floor(at / onAPage)]));
    this.#collect(list, "");
    more.querySelector("button")?.addEventListener("click", () => {
      const first = this.#shown;
      this.#shown += STEP;
      void this.#draw().then(() => this.list.children[first]?.querySelector("a")?.focus());
    });
  }

  /**
   * Show these plans, in this order, the first hundred of them at once.
   * @param {string[]} names
   */
  show(names) {
    this.#wanted = names;
    this.#shown = STEP;
    return this.#draw();
  }

  async #draw() {
    this.#turn += 1;
    const turn = this.#turn;
    const names = this.#wanted.slice(0, this.#shown);
    const missing = new Set(
      names.filter((name) => !this.#items.has(name)).map((name) => this.pageOf.get(name)),
    );
    const addresses = [...missing].map((page) => this.pages[page ?? 0]);
    const pages = await Promise.all(addresses.map(loadPage));
    pages.forEach((page, at) => {
      const list = page.querySelector("[data-list]");
      if (list) this.#collect(list, addresses[at]);
    });
    if (turn !== this.#turn) return;
    this.list.replaceChildren(...names.flatMap((name) => this.#items.get(name) ?? []));
    this.more.hidden = this.#wanted.length <= this.#shown;
  }

  /**
   * @param {Element} list
   * @param {string} address of the page that the list came with; empty for this page
   */
  #collect(list, address) {
    for (const child of list.querySelectorAll("[data-plan]")) {
      const item = /** @type {HTMLElement} */ (child);
      const name = item.dataset.plan ?? "";
      if (this.#items.has(name)) continue;
      const own = address ? document.importNode(item, true) : item;
      if (address) {
        lead(own, address);
        this.prepare(own);
      }
      this.#items.set(name, own);
    }
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

// Chooses plans by municipality: the search box finds it, and its own page lists its plans.

import { fill, make, markLanguage } from "./elements.js";
import { LoadError, loadJson, loadPage } from "./load.js";
import { municipalitySearch } from "./search-box.js";

/**
 * @typedef {object} Choice
 * @property {(name: string) => boolean} has whether a plan is chosen already
 * @property {() => boolean} isFull whether no more can be chosen
 * @property {(name: string) => void} add
 */

/** @typedef {{ name: string, title: string, language: string, facts: string }} Entry */

export class PlanPicker {
  /** @type {Entry[]} */
  #entries = [];
  #heading = "";
  #turn = 0;

  /**
   * @param {HTMLFormElement} form
   * @param {HTMLElement} list
   * @param {Record<string, string>} labels
   * @param {Choice} choice
   */
  constructor(form, list, labels, choice) {
    this.form = form;
    this.list = list;
    this.labels = labels;
    this.choice = choice;
    form.addEventListener("choose", (event) => {
      event.preventDefault();
      void this.#offer(/** @type {CustomEvent<string>} */ (event).detail);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#find(form.querySelector("input")?.value.trim() ?? "");
    });
  }

  /** Shows the plans anew, after a choice. */
  refresh() {
    if (!this.#heading) return;
    const rows = this.#entries.map((entry) => this.#row(entry));
    const full = this.choice.isFull() && rows.length ? [make("li", "kk-muted", this.labels.most)] : [];
    this.list.replaceChildren(make("li", "kk-compare__of", this.#heading), ...full, ...rows);
  }

  /** @param {string} text */
  async #find(text) {
    if (!text) return;
    try {
      const [first] = (await municipalitySearch(this.form))(text);
      if (first) await this.#offer(first.code);
      else this.#say(fill(this.labels.none, { text }));
    } catch (error) {
      this.#failed(error);
    }
  }

  /** @param {string} code */
  async #offer(code) {
    this.#turn += 1;
    const mine = this.#turn;
    const { places = "", municipalities = "" } = this.form.dataset;
    try {
      /** @type {import("./search-box.js").Places} */
      const known = await loadJson(places);
      const [name, , slug] = known[code];
      const page = await loadPage(`${municipalities}${slug}/`);
      if (mine !== this.#turn) return;
      this.#entries = [...page.querySelectorAll("[data-plan]")].map(entry);
      const text = this.#entries.length ? this.labels.plansOf : this.labels.noPlans;
      this.#heading = fill(text, { name });
      this.refresh();
      this.list.querySelector("button")?.focus();
    } catch (error) {
      this.#failed(error);
    }
  }

  /** @param {Entry} entry */
  #row({ name, title, language, facts }) {
    const { choice, labels } = this;
    const button = make("button", "kk-button kk-button--quiet", choice.has(name) ? labels.added : labels.add);
    button.type = "button";
    button.disabled = choice.has(name) || choice.isFull();
    button.addEventListener("click", () => choice.add(name));
    const shown = make("span", "kk-compare__title", title);
    markLanguage(shown, language);
    return make("li", "", make("span", "", shown, " ", make("span", "kk-muted", facts)), " ", button);
  }

  /** @param {string} text */
  #say(text) {
    this.#entries = [];
    this.#heading = text;
    this.refresh();
  }

  /** @param {unknown} error */
  #failed(error) {
    if (!(error instanceof LoadError)) throw error;
    this.#say(this.labels.failed);
  }
}

/**
 * @param {Element} item
 * @returns {Entry}
 */
function entry(item) {
  const link = item.querySelector("a");
  const facts = [...item.querySelectorAll(".kk-plan__facts > span")].slice(0, 2);
  return {
    name: /** @type {HTMLElement} */ (item).dataset.plan ?? "",
    title: link?.textContent ?? "",
    language: link?.lang || document.documentElement.lang,
    facts: facts.map((fact) => fact.textContent?.trim()).join(" · "),
  };
}

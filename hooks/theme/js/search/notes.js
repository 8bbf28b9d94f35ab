// What a search did beyond the words as typed, and municipalities to narrow it down to.

import { fold } from "../municipality-names.js";

/** @typedef {import("./client.js").Found} Found */

const WORD = /[\p{L}\p{M}\p{N}\u00ad]+/gu;

export class Notes {
  /**
   * @param {HTMLElement} place
   * @param {Record<string, string>} texts
   */
  constructor(place, texts) {
    this.place = place;
    this.texts = texts;
  }

  /**
   * @param {Found | undefined} found
   * @param {string} typed
   * @param {HTMLElement[]} items the first results
   * @param {string[]} codes of municipalities that the search names
   * @param {Record<string, [name: string, ...rest: unknown[]]>} names by code
   * @returns {string[]} what the notes say
   */
  show(found, typed, items, codes, names) {
    const { texts } = this;
    const marks = items.flatMap((item) => [...item.querySelectorAll("mark")]);
    const marked = marks.map(({ textContent }) => textContent?.toLowerCase() ?? "");
    const lines = [];
    for (const { word, how, meant } of found?.words ?? []) {
      const written = spelled([word], typed.match(WORD) ?? []);
      if (how === "none") lines.push(texts.unknown.replace("{word}", written));
      if (how === "near") {
        const near = meant.slice(0, 3).map(({ entry }) => spelled(entry.forms, marked)).join(", ");
        lines.push(texts.near.replace("{word}", written).replace("{near}", near));
      }
    }
    if (found?.mode === "any" && found.plans.length) lines.push(texts.any);
    this.place.replaceChildren(
      ...lines.map((line) => element("p", line)),
      ...(codes.length ? [this.#buttons(codes, names)] : []),
    );
    return lines;
  }

  /**
   * The network is gone: what is shown stays.
   * @returns {string[]} what the notes say
   */
  failed() {
    this.place.replaceChildren(element("p", this.texts.failed));
    return [this.texts.failed];
  }

  /**
   * @param {string[]} codes
   * @param {Record<string, [name: string, ...rest: unknown[]]>} names
   */
  #buttons(codes, names) {
    const row = element("p", "");
    for (const code of codes.slice(0, 3)) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "kk-link-button";
      button.dataset.place = code;
      button.textContent = this.texts.only.replace("{name}", names[code][0]);
      row.append(button, " ");
    }
    return row;
  }
}

/**
 * A word with its dots and capitals, which the index does not have.
 * @param {string[]} forms folded, the one looked for most first
 * @param {string[]} texts in which one of them may stand
 */
function spelled(forms, texts) {
  const [best] = forms;
  return texts.find((text) => fold(text) === best) ??
    texts.find((text) => forms.includes(fold(text))) ?? best;
}

/**
 * @param {string} tag
 * @param {string} text
 */
function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

// What a search did beyond the words as typed, and municipalities to narrow it down to.

import { fill, make } from "../elements.js";
import { fold } from "../municipality-names.js";

/** @typedef {import("./client.js").Found} Found */
/** @typedef {import("./places.js").NamedPlace} NamedPlace */

const MOST_PLACES = 4;
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
   * @param {(NamedPlace & { name: string })[]} places that the search names
   * @returns {string[]} what the notes say
   */
  show(found, typed, items, places) {
    const { texts } = this;
    const marks = items.flatMap((item) => [...item.querySelectorAll("mark")]);
    const marked = marks.map(({ textContent }) => textContent?.toLowerCase() ?? "");
    const words = (found?.words ?? []).map((meanings) => ({
      ...meanings,
      written: spelled([meanings.word], typed.match(WORD) ?? []),
    }));
    const lines = [];
    const unknown = words.filter(({ how }) => how === "none").map(({ written }) => written);
    if (unknown.length) {
      const quoted = unknown.map((word) => fill(texts.quoted, { text: word })).join(", ");
      const line = unknown.length > 1 ? texts.unknownMany : texts.unknown;
      lines.push(fill(line, { words: quoted }));
    }
    for (const { written, meant } of words.filter(({ how }) => how === "near")) {
      const near = meant.slice(0, 3).map(({ entry }) => spelled(entry.forms, marked)).join(", ");
      lines.push(fill(texts.near, { word: written, near }));
    }
    if (found?.mode === "any" && found.plans.length) lines.push(texts.any);
    this.place.replaceChildren(
      ...lines.map((line) => make("p", "", line)),
      ...(places.length ? [this.#buttons(places)] : []),
    );
    return lines;
  }

  /**
   * The network is gone: what is shown stays.
   * @returns {string[]} what the notes say
   */
  failed() {
    this.place.replaceChildren(make("p", "", this.texts.failed));
    return [this.texts.failed];
  }

  /** @param {(NamedPlace & { name: string })[]} places */
  #buttons(places) {
    const row = make("p", "");
    for (const { facet, code, rest, name } of places.slice(0, MOST_PLACES)) {
      const button = make("button", "kk-link-button", fill(this.texts.only, { name }));
      button.type = "button";
      Object.assign(button.dataset, { facet, code, rest });
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

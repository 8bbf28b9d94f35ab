// What a search did beyond the words as typed, and municipalities to narrow it down to.

/** @typedef {import("./client.js").Found} Found */

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
   * @param {string[]} codes of municipalities that the search names
   * @param {Record<string, [name: string, ...rest: unknown[]]>} names by code
   */
  show(found, codes, names) {
    const { texts } = this;
    const lines = [];
    for (const { word, how, meant } of found?.words ?? []) {
      if (how === "none") lines.push(texts.unknown.replace("{word}", word));
      if (how === "near") {
        const near = meant.slice(0, 3).map(({ entry }) => entry.term).join(", ");
        lines.push(texts.near.replace("{word}", word).replace("{near}", near));
      }
    }
    if (found?.mode === "any" && found.plans.length) lines.push(texts.any);
    this.place.replaceChildren(
      ...lines.map((line) => element("p", line)),
      ...(codes.length ? [this.#buttons(codes, names)] : []),
    );
  }

  /** The network is gone: what is shown stays. */
  failed() {
    this.place.replaceChildren(element("p", this.texts.failed));
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
 * @param {string} tag
 * @param {string} text
 */
function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

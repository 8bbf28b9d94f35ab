// The municipalities of a plan: found with the catalogue's own search, listed as they are chosen.

import { fill } from "../elements.js";
import { enhanceSearchBox } from "../search-box.js";

export class Places {
  /** @type {string[]} */
  names = [];

  /**
   * @param {HTMLElement} field
   * @param {Record<string, string>} texts of the form
   * @param {Record<string, string>} searchTexts
   */
  constructor(field, texts, searchTexts) {
    const picker = /** @type {HTMLElement} */ (field.querySelector("[data-picker]"));
    this.key = field.dataset.placesField ?? "";
    this.texts = texts;
    this.field = field;
    this.input = /** @type {HTMLInputElement} */ (field.querySelector("input"));
    this.list = /** @type {HTMLElement} */ (field.querySelector("[data-chosen]"));
    enhanceSearchBox(picker, searchTexts);
    picker.addEventListener("choose", (event) => {
      event.preventDefault();
      // The box has put the name into the field by now.
      this.#add();
    });
    field.querySelector("[data-add-place]")?.addEventListener("click", () => this.#add());
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.defaultPrevented) {
        event.preventDefault();
        this.#add();
      }
    });
    // What was written and not added is meant all the same.
    field.addEventListener("focusout", () => setTimeout(() => {
      if (!field.contains(document.activeElement)) this.#add();
    }));
  }

  /** @param {string[]} names */
  show(names) {
    this.names = [...names];
    this.#draw();
  }

  #add() {
    const name = this.input.value.trim();
    this.input.value = "";
    if (!name || this.names.includes(name)) return;
    this.names.push(name);
    this.#changed();
  }

  #changed() {
    this.#draw();
    this.list.dispatchEvent(new Event("change", { bubbles: true }));
  }

  #draw() {
    this.list.replaceChildren(...this.names.map((name) => this.#item(name)));
    this.list.hidden = !this.names.length;
  }

  /** @param {string} name */
  #item(name) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "kk-form__place";
    button.setAttribute("aria-label", fill(this.texts.remove_place, { name }));
    button.textContent = `${name} ×`;
    button.addEventListener("click", () => {
      this.names = this.names.filter((one) => one !== name);
      this.#changed();
      this.input.focus();
    });
    item.append(button);
    return item;
  }
}

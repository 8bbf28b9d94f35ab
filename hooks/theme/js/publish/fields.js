// The fields of the facts, and the values that they hold.

import { Places } from "./places.js";

/** @typedef {import("./config.js").Config} Config */
/** @typedef {import("./config.js").Field} Field */
/** @typedef {import("./draft.js").Values} Values */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

export class Fields {
  /** @type {Map<string, Control[]>} by key; several for a list of choices */
  #controls = new Map();

  /**
   * @param {HTMLElement} form
   * @param {Config} config
   * @param {Record<string, string>} texts of the search box
   */
  constructor(form, config, texts) {
    for (const control of form.querySelectorAll("[data-field]")) {
      const key = /** @type {HTMLElement} */ (control).dataset.field ?? "";
      const known = this.#controls.get(key) ?? [];
      this.#controls.set(key, [...known, /** @type {Control} */ (control)]);
    }
    /** @type {Map<string, Field>} */
    this.table = new Map();
    for (const field of config.fields) {
      this.table.set(field.key, field);
      for (const inner of field.fields) this.table.set(`${field.key}.${inner.key}`, inner);
    }
    const picker = /** @type {HTMLElement | null} */ (form.querySelector("[data-places-field]"));
    this.places = picker ? new Places(picker, config.texts, texts) : null;
  }

  /**
   * What the fields hold, empty ones left out.
   * @param {Values} stated what the plan stated before; a default that it stated stays
   * @returns {Values}
   */
  read(stated) {
    /** @type {Values} */
    const values = {};
    for (const [key, controls] of this.#controls) {
      const field = this.table.get(key);
      const value = field?.many ? listOf(controls) : controls[0].value.trim();
      const isLeftOut = field?.default && value === field.default && !(key in stated);
      if (value.length && !isLeftOut) values[key] = value;
    }
    if (this.places?.names.length) values[this.places.key] = [...this.places.names];
    return values;
  }

  /** @param {Values} values */
  show(values) {
    for (const [key, controls] of this.#controls) {
      const value = values[key] ?? this.table.get(key)?.default ?? "";
      const items = typeof value === "string" ? [value] : value;
      for (const control of controls) {
        if (control.type === "checkbox") {
          /** @type {HTMLInputElement} */ (control).checked = items.includes(control.value);
        } else {
          control.value = items.join("\n");
        }
      }
    }
    const chosen = this.places ? (values[this.places.key] ?? []) : [];
    this.places?.show(typeof chosen === "string" ? [chosen] : chosen);
  }

  /**
   * Ticks one of a list of choices.
   * @param {string} key
   * @param {string} value
   */
  tick(key, value) {
    for (const control of this.#controls.get(key) ?? []) {
      if (control.value === value) /** @type {HTMLInputElement} */ (control).checked = true;
    }
  }
}

/** @param {Control[]} controls */
function listOf(controls) {
  if (controls[0].type !== "checkbox") {
    return controls[0].value.split("\n").map((line) => line.trim()).filter(Boolean);
  }
  return controls
    .filter((control) => /** @type {HTMLInputElement} */ (control).checked)
    .map((control) => control.value);
}

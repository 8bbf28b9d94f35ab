// The form with the facets: check boxes, and lists of municipalities and regions.

/** @typedef {import("./facets.js").Chosen} Chosen */

const NARROW = "(max-width: 62rem)";

export class FilterForm {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    const fold = form.querySelector("details");
    if (fold && matchMedia(NARROW).matches) fold.open = false;
  }

  /**
   * What is chosen in the form now.
   * @returns {Chosen}
   */
  chosen() {
    /** @type {Chosen} */
    const chosen = new Map();
    for (const [facet, value] of new FormData(this.form)) {
      if (value) chosen.set(facet, (chosen.get(facet) ?? new Set()).add(String(value)));
    }
    return chosen;
  }

  /**
   * Show a choice and how many plans each value would leave.
   * @param {Chosen} chosen
   * @param {Map<string, Map<string, number>>} counts
   */
  show(chosen, counts) {
    for (const box of this.#boxes()) {
      const found = counts.get(box.name)?.get(box.value) ?? 0;
      box.checked = chosen.get(box.name)?.has(box.value) ?? false;
      box.disabled = !found && !box.checked;
      const label = box.closest("label");
      if (label && "rare" in label.dataset) label.hidden = box.disabled;
      const shown = label?.querySelector("[data-count]");
      if (shown) shown.textContent = number(found);
    }
    for (const list of this.form.querySelectorAll("select")) {
      const [value = ""] = chosen.get(list.name) ?? [];
      for (const option of list.options) {
        if (!option.value) continue;
        const found = counts.get(list.name)?.get(option.value) ?? 0;
        option.textContent = `${option.dataset.label} (${number(found)})`;
        option.disabled = !found && option.value !== value;
        if ("rare" in option.dataset) option.hidden = option.disabled;
      }
      list.value = value;
    }
  }

  /**
   * Names of the chosen values, in the order of the form.
   * @param {Chosen} chosen
   * @returns {string[]}
   */
  labels(chosen) {
    const options = [...this.form.querySelectorAll("[data-label]")];
    return options
      .map((option) => /** @type {HTMLInputElement | HTMLOptionElement} */ (option))
      .filter((option) => chosen.get(facetOf(option))?.has(option.value))
      .map((option) => option.dataset.label ?? "");
  }

  /**
   * The name of a value in a list, or nothing where the list does not have it.
   * @param {string} facet
   * @param {string} value
   */
  label(facet, value) {
    const options = [...(this.#list(facet)?.options ?? [])];
    return options.find((option) => option.value === value)?.dataset.label ?? "";
  }

  /**
   * Adds a value that no plan has, so that a choice of it can be shown.
   * @param {string} facet
   * @param {string} value
   * @param {string} label
   */
  addOption(facet, value, label) {
    if (this.label(facet, value)) return;
    const option = new Option(label, value);
    option.dataset.label = label;
    this.#list(facet)?.add(option);
  }

  #boxes() {
    return /** @type {NodeListOf<HTMLInputElement>} */ (
      this.form.querySelectorAll("input[type=checkbox]")
    );
  }

  /** @param {string} facet */
  #list(facet) {
    return /** @type {HTMLSelectElement | null} */ (
      this.form.querySelector(`select[name="${facet}"]`)
    );
  }
}

/** @param {HTMLInputElement | HTMLOptionElement} option */
function facetOf(option) {
  return option instanceof HTMLInputElement ? option.name : (option.closest("select")?.name ?? "");
}

/** @param {number} value */
function number(value) {
  return new Intl.NumberFormat(document.documentElement.lang).format(value);
}

// The themes with their targets, and the other sections: elements of the form for a draft's pieces.

import { newTarget } from "./draft.js";

/** @typedef {import("./config.js").Config} Config */
/** @typedef {import("./draft.js").Section} Section */
/** @typedef {import("./draft.js").Target} Target */

/**
 * @typedef {object} Listener
 * @property {() => void} edited a target was moved
 * @property {(theme: string) => void} added a target was added
 * @property {(title: string, undo: () => void) => void} removed
 */

export class Sections {
  /**
   * @param {HTMLElement} page
   * @param {Config} config
   * @param {Listener} listener
   */
  constructor(page, config, listener) {
    this.config = config;
    this.listener = listener;
    this.place = /** @type {HTMLElement} */ (page.querySelector("[data-sections]"));
    this.templates = {
      theme: template(page, "theme"),
      other: template(page, "other"),
      target: template(page, "target"),
    };
  }

  /** @param {Section[]} sections */
  show(sections) {
    this.place.replaceChildren(...sections.map((section) => this.#section(section)));
  }

  /** @param {Section} section */
  #section(section) {
    const made = copyOf(section.theme ? this.templates.theme : this.templates.other);
    const intro = /** @type {HTMLTextAreaElement} */ (made.querySelector("[data-intro]"));
    made.id = `section-${section.id}`;
    said(made.querySelector("[data-section-said]"), `section:${section.id}`, intro);
    label(intro, `section-${section.id}-text`);
    intro.value = section.intro;
    intro.addEventListener("input", () => {
      section.intro = intro.value;
    });
    if (section.theme) this.#theme(made, section);
    return made;
  }

  /**
   * @param {HTMLElement} made
   * @param {Section} section
   */
  #theme(made, section) {
    const names = this.config.themeNames;
    const name = names[document.documentElement.lang]?.[section.theme] ?? section.theme;
    made.classList.add(`kk-theme--${section.theme}`);
    find(made, "[data-theme-name]").textContent = name;
    find(made, "[data-add-where]").textContent = `: ${name}`;
    if (section.intro) find(made, "[data-section-intro]").setAttribute("open", "");
    const list = find(made, "[data-targets]");
    list.replaceChildren(...section.targets.map((target) => this.#target(target, section, list)));
    find(made, "[data-add-target]").addEventListener("click", () => {
      const target = newTarget();
      section.targets.push(target);
      list.append(this.#target(target, section, list));
      this.listener.added(section.theme);
      /** @type {HTMLElement | null} */ (list.lastElementChild?.querySelector("[data-title]") ?? null)
        ?.focus();
    });
  }

  /**
   * @param {Target} target
   * @param {Section} section
   * @param {HTMLElement} list
   */
  #target(target, section, list) {
    const made = copyOf(this.templates.target);
    made.id = `target-${target.id}`;
    const title = /** @type {HTMLInputElement} */ (made.querySelector("[data-title]"));
    label(title, `target-${target.id}-title`);
    title.value = target.title;
    title.addEventListener("input", () => {
      target.title = title.value;
    });
    for (const area of made.querySelectorAll("textarea")) {
      const kind = area.dataset.part ?? "";
      label(area, `target-${target.id}-${kind || "text"}`);
      area.value = target.parts[kind] ?? "";
      const own = area.parentElement?.querySelector("[data-part-said]") ?? null;
      said(own, `part:${target.id}:${kind}`, area);
      area.addEventListener("input", () => {
        target.parts[kind] = area.value;
      });
    }
    said(made.querySelector("[data-target-said]"), `target:${target.id}`, title);
    find(made, "[data-loose]").hidden = !target.parts[""];
    const further = find(made, "[data-further]");
    const areas = /** @type {HTMLTextAreaElement[]} */ ([...further.querySelectorAll("textarea")]);
    if (areas.some(({ value }) => value)) further.setAttribute("open", "");
    this.#moves(made, target, section, list);
    return made;
  }

  /**
   * @param {HTMLElement} made
   * @param {Target} target
   * @param {Section} section
   * @param {HTMLElement} list
   */
  #moves(made, target, section, list) {
    for (const button of made.querySelectorAll("[data-move]")) {
      button.addEventListener("click", () => {
        const at = section.targets.indexOf(target);
        const to = at + Number(/** @type {HTMLElement} */ (button).dataset.move);
        if (to < 0 || to >= section.targets.length) return;
        section.targets.splice(at, 1);
        section.targets.splice(to, 0, target);
        list.insertBefore(made, to > at ? (list.children[to + 1] ?? null) : list.children[to]);
        // At either end the button goes; its twin is beside it.
        const moves = /** @type {HTMLElement[]} */ ([...made.querySelectorAll("[data-move]")]);
        const own = /** @type {HTMLElement} */ (button);
        (own.checkVisibility() ? own : moves.find((one) => one !== own))?.focus();
        this.listener.edited();
      });
    }
    find(made, "[data-remove]").addEventListener("click", () => {
      const at = section.targets.indexOf(target);
      section.targets.splice(at, 1);
      made.remove();
      this.listener.removed(target.title || this.config.texts.unnamed, () => {
        section.targets.splice(at, 0, target);
        list.insertBefore(made, list.children[at] ?? null);
        made.focus();
      });
    });
  }
}

/**
 * @param {HTMLElement} page
 * @param {string} name
 */
function template(page, name) {
  return /** @type {HTMLTemplateElement} */ (page.querySelector(`[data-${name}-template]`));
}

/** @param {HTMLTemplateElement} of */
function copyOf(of) {
  const made = /** @type {HTMLElement} */ (of.content.firstElementChild);
  return /** @type {HTMLElement} */ (made.cloneNode(true));
}

/**
 * @param {HTMLElement} within
 * @param {string} selector
 */
function find(within, selector) {
  return /** @type {HTMLElement} */ (within.querySelector(selector));
}

/**
 * @param {HTMLInputElement | HTMLTextAreaElement} control
 * @param {string} id
 */
function label(control, id) {
  control.id = id;
  const own = control.parentElement?.querySelector(":scope > label");
  if (own) /** @type {HTMLLabelElement} */ (own).htmlFor = id;
}

/**
 * Gives a place for findings its name, and ties it to the field that they are about.
 * @param {Element | null} place
 * @param {string} name
 * @param {Element} control
 */
function said(place, name, control) {
  if (!place) return;
  place.id = `said-${name.replaceAll(":", "-")}`;
  /** @type {HTMLElement} */ (place).dataset.said = name;
  control.setAttribute("aria-describedby", place.id);
}

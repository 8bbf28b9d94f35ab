// What the checker says, at the fields that it speaks of and in a list of links to them.

/** @typedef {import("./config.js").Config} Config */
/** @typedef {import("./file.js").PlanFile} PlanFile */

/**
 * @typedef {object} Finding what hooks/kuntakesu/form/checking.py gives
 * @property {number} line
 * @property {"error" | "warning"} severity
 * @property {string} code
 * @property {string} message
 * @property {string} hint
 * @property {string} key a field's, or empty
 */

/** @typedef {{ finding: Finding, place: string }} Placed */

export class Findings {
  /** @type {Placed[]} */
  #placed = [];
  /** @type {Set<string>} places that somebody has been to */
  #visited = new Set();
  /** @type {Map<string, Set<string>>} codes by the place at which they are shown */
  #shown = new Map();

  /**
   * @param {HTMLElement} page
   * @param {Config} config
   */
  constructor(page, config) {
    this.page = page;
    this.texts = config.texts;
    this.checker = config.checker;
    this.keys = new Set(config.fields.flatMap(({ key, fields }) =>
      [key, ...fields.map((inner) => `${key}.${inner.key}`)]));
    this.list = /** @type {HTMLElement | null} */ (page.querySelector("[data-findings-list]"));
    page.addEventListener("focusout", (event) => {
      const place = this.#placeOf(/** @type {Element} */ (event.target));
      if (place) this.#visited.add(place);
      this.#draw();
    });
  }

  /**
   * @param {Finding[]} findings
   * @param {PlanFile} file
   */
  show(findings, file) {
    this.#placed = findings.map((finding) => ({ finding, place: this.#place(finding, file) }));
    this.#draw();
    this.#summarise();
  }

  /** From now on everything is said at its field, also where nobody has been yet. */
  showAll() {
    for (const { place } of this.#placed) this.#visited.add(place);
    this.#draw();
  }

  /**
   * @param {Finding} finding
   * @param {PlanFile} file
   */
  #place(finding, file) {
    const own = file.places[finding.line - 1] ?? "";
    if (own === "whole") return own;
    if (finding.code === "file-name" && !own) return "field:provider";
    return own || (this.keys.has(finding.key) ? `field:${finding.key}` : "");
  }

  /** @param {Element} element */
  #placeOf(element) {
    const ids = element.getAttribute("aria-describedby") ?? "";
    for (const id of ids.split(" ")) {
      const said = id ? document.getElementById(id)?.dataset.said : "";
      if (said) return this.keys.has(said) ? `field:${said}` : said;
    }
    const group = element.closest("fieldset")?.querySelector("[data-said]");
    const said = /** @type {HTMLElement | null | undefined} */ (group)?.dataset.said ?? "";
    return this.keys.has(said) ? `field:${said}` : said;
  }

  #draw() {
    const busy = document.activeElement ? this.#placeOf(document.activeElement) : "";
    for (const place of this.page.querySelectorAll("[data-said]")) {
      const box = /** @type {HTMLElement} */ (place);
      const said = box.dataset.said ?? "";
      const name = this.keys.has(said) ? `field:${said}` : said;
      // While somebody is typing, nothing new is said of the place; what is mended goes.
      const known = this.#shown.get(name) ?? new Set();
      const here = this.#placed.filter(({ place: at, finding }) =>
        at === name && this.#visited.has(name) && (name !== busy || known.has(finding.code)));
      this.#shown.set(name, new Set(here.map(({ finding }) => finding.code)));
      box.replaceChildren(...here.map(({ finding }) => this.#words(finding)));
      for (const control of this.page.querySelectorAll(`[aria-describedby~="${box.id}"]`)) {
        if (control.matches("fieldset")) continue;
        const isWrong = here.some(({ finding }) => finding.severity === "error");
        if (isWrong) control.setAttribute("aria-invalid", "true");
        else control.removeAttribute("aria-invalid");
      }
    }
  }

  #summarise() {
    const count = this.#placed.length;
    const box = this.list?.parentElement;
    if (!this.list || !box) return;
    box.hidden = count === 0;
    this.list.replaceChildren(...this.#placed.map((placed) => this.#item(placed)));
    const status = this.page.querySelector("[data-checks-status]");
    const text = count === 0 ? this.texts.findings_none
      : count === 1 ? this.texts["findings.one"] : this.texts["findings.other"];
    const said = text.replace("{count}", String(count));
    // Said once, not again with every letter that changes nothing.
    if (status && status.textContent !== said) status.textContent = said;
  }

  /** @param {Placed} placed */
  #item({ finding, place }) {
    const item = document.createElement("li");
    const target = this.#control(place);
    if (target) {
      const link = document.createElement("a");
      link.href = `#${target.id}`;
      link.textContent = nameOf(target);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) {
          fold.open = true;
        }
        target.focus();
      });
      item.append(link, " ");
    }
    item.append(this.#words(finding));
    return item;
  }

  /**
   * The field that a place stands for.
   * @param {string} place
   * @returns {HTMLElement | null}
   */
  #control(place) {
    const said = place.replace(/^field:/, "");
    const box = this.page.querySelector(`[data-said="${CSS.escape(said)}"]`);
    return box ? this.page.querySelector(`[aria-describedby~="${box.id}"]`) : null;
  }

  /** @param {Finding} finding */
  #words({ severity, code, message, hint }) {
    const said = document.createElement("div");
    said.className = `kk-form__finding kk-form__finding--${severity}`;
    const kind = document.createElement("strong");
    kind.textContent = `${this.checker[`severity.${severity}`]} (${code}): `;
    const text = document.createElement("p");
    text.append(kind, message);
    said.append(text);
    if (hint) {
      const way = document.createElement("p");
      way.className = "kk-form__hint";
      way.textContent = `${this.checker.hint}: ${hint}`;
      said.append(way);
    }
    return said;
  }
}

/** @param {HTMLElement} control */
function nameOf(control) {
  const own = control.matches("fieldset")
    ? control.querySelector("legend")
    : /** @type {HTMLInputElement} */ (control).labels?.[0];
  const target = control.closest(".kk-form__target");
  const title = target && /** @type {HTMLInputElement | null} */ (target.querySelector("[data-title]"))?.value;
  const group = control.closest("[data-places-field]")?.querySelector("legend");
  const named = ((group ?? own)?.textContent ?? "").replace(/\s+/g, " ").replace(/\s*\(.*\)\s*$/, "").trim();
  return title ? `${title}: ${named}` : named;
}

// The checks and the preview: offered, loaded when asked for, and made again as the draft changes.

import { Findings } from "./findings.js";
import { createPreview } from "./preview.js";
import { rememberChecks, wantsChecks } from "./storage.js";

/** @typedef {import("./config.js").Config} Config */
/** @typedef {import("./file.js").PlanFile} PlanFile */

// A pause in typing.
const PAUSE = 600;
const NOWHERE = "plans/-/-.md";

export class Checks {
  #timer = 0;
  #asked = 0;
  #on = false;

  /**
   * @param {HTMLElement} page
   * @param {Config} config
   * @param {import("./tools.js").Tools} tools
   * @param {() => PlanFile} file
   */
  constructor(page, config, tools, file) {
    this.config = config;
    this.tools = tools;
    this.file = file;
    this.findings = new Findings(page, config);
    this.preview = createPreview(page, config.root);
    this.offer = /** @type {HTMLElement | null} */ (page.querySelector("[data-checks-offer]"));
    this.status = page.querySelector("[data-checks-status]");
    const button = page.querySelector("[data-checks-start]");
    button?.addEventListener("click", () => {
      rememberChecks();
      void this.start();
    });
  }

  /** Starts without being asked where somebody has asked before. */
  resume() {
    if (wantsChecks()) void this.start();
  }

  /** Loads what the checks need; says so where it can't be had. */
  async start() {
    if (this.#on || !this.config.tools) return;
    this.#say(this.config.texts.loading);
    try {
      await this.tools.start();
    } catch {
      this.#say(this.config.texts.failed);
      return;
    }
    this.#on = true;
    if (this.offer) this.offer.hidden = true;
    this.#say(this.config.texts.ready);
    await this.#run();
  }

  /** The draft has changed. */
  changed() {
    if (!this.#on) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), PAUSE);
  }

  async #run() {
    this.#asked += 1;
    const mine = this.#asked;
    const file = this.file();
    const path = file.path || NOWHERE;
    const language = document.documentElement.lang;
    const [said, made] = await Promise.all([
      this.tools.ask("check", file.text, path, language),
      this.tools.ask("preview", file.text, path, today()),
    ]);
    if (mine !== this.#asked) return;
    /** @type {{ findings: import("./findings.js").Finding[] }} */
    const { findings } = JSON.parse(said);
    // A file without a place has no right or wrong one yet.
    const told = file.path ? findings : findings.filter(({ code }) => code !== "file-name");
    this.findings.show(told, file);
    await this.preview(made);
  }

  /** @param {string} text */
  #say(text) {
    if (this.status) this.status.textContent = text;
  }
}

/** Today in Finland, as YYYY-MM-DD. */
export function today() {
  return new Intl.DateTimeFormat("sv", { timeZone: "Europe/Helsinki" }).format(new Date());
}

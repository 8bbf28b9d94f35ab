// The part of the form from which the plan leaves it.

import { copied, download, hostPage, mail } from "./ways-out.js";

/** @typedef {import("./config.js").Config} Config */
/** @typedef {import("./draft.js").Draft} Draft */
/** @typedef {import("./file.js").PlanFile} PlanFile */

/**
 * @typedef {object} Outgoing
 * @property {Draft} draft
 * @property {PlanFile} file
 */

/**
 * @param {HTMLElement} page
 * @param {Config} config
 * @param {() => Outgoing} outgoing what is to be sent; also shows what is wrong with it
 * @returns {{ clear: () => void }} takes away what was said and shown of the last sending
 */
export function enhanceSend(page, config, outgoing) {
  const { texts } = config;
  const status = /** @type {HTMLElement} */ (page.querySelector("[data-way-status]"));
  const link = /** @type {HTMLElement} */ (page.querySelector("[data-way-link]"));
  const copy = /** @type {HTMLElement} */ (page.querySelector("[data-way-copy]"));

  /** @param {string} text */
  function say(text) {
    status.textContent = text;
    link.hidden = true;
    copy.hidden = true;
  }

  /** @param {Outgoing} out */
  async function host({ draft, file }) {
    if (!file.path) {
      say(texts.need_path);
      /** @type {HTMLElement | null} */ (page.querySelector('[data-field="provider"]'))?.focus();
      return;
    }
    const { address, hasText } = hostPage(config, draft, file);
    if (hasText) {
      window.open(address, "_blank", "noopener");
      say(texts.sent);
    } else {
      const isCopied = await copied(file.text);
      say(draft.origin ? texts.sent_change : texts.sent_long);
      copy.hidden = isCopied;
      const area = /** @type {HTMLTextAreaElement} */ (copy.querySelector("textarea"));
      area.value = file.text;
    }
    const lead = /** @type {HTMLAnchorElement} */ (link.querySelector("a"));
    lead.href = address;
    lead.target = "_blank";
    lead.rel = "noopener external";
    link.hidden = false;
  }

  /** @param {Outgoing} out */
  function email({ file }) {
    const { address, hasText } = mail(config, file);
    if (!hasText) download(file);
    say(hasText ? "" : texts.email_attach);
    location.href = address;
  }

  page.querySelector('[data-way="host"]')?.addEventListener("click", () => void host(outgoing()));
  page.querySelector('[data-way="download"]')?.addEventListener("click", () => download(outgoing().file));
  page.querySelector('[data-way="email"]')?.addEventListener("click", () => email(outgoing()));
  return {
    clear() {
      say("");
      /** @type {HTMLAnchorElement} */ (link.querySelector("a")).removeAttribute("href");
      /** @type {HTMLTextAreaElement} */ (copy.querySelector("textarea")).value = "";
    },
  };
}

// Makes the page better where scripts run; each part works alone.

import { enhanceCopy } from "./copy.js";
import { enhanceScheme } from "./scheme.js";
import { correctBadges } from "./standing.js";

/** @type {import("./browse.js").Texts} */
const texts = JSON.parse(document.querySelector("#kk-texts")?.textContent ?? "{}");
const searchForm = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-search]"));
const browse = /** @type {HTMLElement | null} */ (document.querySelector("[data-browse]"));
const scheme = /** @type {HTMLButtonElement | null} */ (document.querySelector("[data-scheme]:is(button)"));

if (scheme) enhanceScheme(scheme);
correctBadges(document, texts.standings);
if (searchForm) void enhanceSearch(searchForm);
for (const text of document.querySelectorAll("[data-copy]")) {
  enhanceCopy(/** @type {HTMLElement} */ (text));
}

/**
 * Most pages have no search box, and load nothing of it.
 * @param {HTMLFormElement} form
 */
async function enhanceSearch(form) {
  const { enhanceSearchBox } = await import("./search-box.js");
  enhanceSearchBox(form, texts.search);
  if (location.hash === "#kk-search") form.querySelector("input")?.focus();
  if (browse) {
    const { enhanceBrowse } = await import("./browse.js");
    await enhanceBrowse(browse, form, texts);
  }
}

// Makes the page better where scripts run; each part works alone.

import { enhanceBrowse } from "./browse.js";
import { enhanceCopy } from "./copy.js";
import { enhanceScheme } from "./scheme.js";
import { enhanceSearchBox } from "./search-box.js";
import { correctBadges } from "./standing.js";

/** @type {import("./browse.js").Texts} */
const texts = JSON.parse(document.querySelector("#kk-texts")?.textContent ?? "{}");
const searchForm = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-search]"));
const browse = /** @type {HTMLElement | null} */ (document.querySelector("[data-browse]"));
const scheme = /** @type {HTMLButtonElement | null} */ (document.querySelector("[data-scheme]:is(button)"));

if (scheme) enhanceScheme(scheme);
correctBadges(document, texts.standings);
if (searchForm) enhanceSearchBox(searchForm, texts.search);
if (browse && searchForm) void enhanceBrowse(browse, searchForm, texts);
for (const text of document.querySelectorAll("[data-copy]")) {
  enhanceCopy(/** @type {HTMLElement} */ (text));
}

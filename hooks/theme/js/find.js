// Makes a page with a search box better; the box itself brings this script.

import { enhanceBrowse } from "./browse.js";
import { enhanceSearchBox } from "./search-box.js";
import { texts } from "./texts.js";

const form = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-search]"));
const browse = /** @type {HTMLElement | null} */ (document.querySelector("[data-browse]"));

if (form) {
  enhanceSearchBox(form, texts.search);
  if (location.hash === "#kk-search") form.querySelector("input")?.focus();
  if (browse) void enhanceBrowse(browse, form, texts);
}

// Makes every page better where scripts run; each part works alone.

import { addCompareLinks } from "./compare-links.js";
import { enhanceCopy } from "./copy.js";
import { enhanceScheme } from "./scheme.js";
import { nameScrollAreas } from "./scroll-areas.js";
import { correctBadges } from "./standing.js";
import { texts } from "./texts.js";

const scheme = /** @type {HTMLButtonElement | null} */ (
  document.querySelector("[data-scheme]:is(button)")
);

if (scheme) enhanceScheme(scheme);
correctBadges(document, texts.standings);
addCompareLinks(document.querySelectorAll("[data-plan]"));
for (const text of document.querySelectorAll("[data-copy]")) {
  enhanceCopy(/** @type {HTMLElement} */ (text));
}
nameScrollAreas();

// A plan's own page: each target can be copied with its source.

import { readPlan } from "./plan-page.js";
import { copyRow } from "./target-copy.js";

const root = /** @type {HTMLElement | null} */ (document.querySelector("[data-plan-page]"));
const plan = readPlan(document, `${location.origin}${location.pathname}`);
if (root && plan) {
  /** @type {Record<string, string>} */
  const labels = JSON.parse(root.dataset.labels ?? "{}");
  const targets = new Map(plan.sections.flatMap((section) =>
    section.targets.map((target) => [target.anchor, target])));
  for (const element of root.querySelectorAll(".kk-target")) {
    const target = targets.get(element.querySelector("h3")?.id ?? "");
    const row = target && copyRow(plan, target, labels);
    if (row) {
      row.lang = document.documentElement.lang;
      element.append(row);
    }
  }
}

// A target with all that it says, and the plan it stands in.

import { badge, make, makeLink, markLanguage } from "./elements.js";
import { periodOf, standingOf, thisYear } from "./standing.js";
import { copyRow } from "./target-copy.js";

/** @typedef {import("./plan-page.js").Plan} Plan */
/** @typedef {import("./plan-page.js").Target} Target */

/**
 * @param {Plan} plan
 * @param {Target} target
 * @param {Record<string, string>} labels
 * @param {Record<string, string>} standings
 */
export function targetCard(plan, target, labels, standings) {
  const standing = standingOf(plan.status, plan.start, plan.end, thisYear());
  const where = make(
    "p",
    "kk-target__plan",
    badge(standing, standings),
    " ",
    makeLink(plan.address, plan.language, `${plan.provider} ${periodOf(plan)}`),
  );
  const title = makeLink(`${plan.address}#${target.anchor}`, plan.language, target.title);
  const parts = target.parts.map(({ kind, content }) => {
    markLanguage(content, plan.language);
    const label = kind ? [make("p", "kk-part__label", labels[`part.${kind}`] ?? kind)] : [];
    return make("div", "kk-target__part", ...label, content);
  });
  const copy = copyRow(plan, target, labels);
  return make("li", "kk-target", make("h3", "", title), where, ...parts, copy);
}

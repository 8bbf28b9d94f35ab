// A row of buttons that copy a target with its source.

import { copyButton } from "./copy.js";
import { make } from "./elements.js";
import { written } from "./target-text.js";

/** @typedef {import("./plan-page.js").Plan} Plan */
/** @typedef {import("./plan-page.js").Target} Target */

/**
 * @param {Plan} plan
 * @param {Target} target
 * @param {Record<string, string>} labels
 */
export function copyRow(plan, target, labels) {
  const buttons = [true, false].map((isMarkdown) => copyButton(
    labels[isMarkdown ? "markdown" : "plain"],
    labels.copied,
    () => written(plan, target, labels, isMarkdown),
  ));
  return make("p", "kk-target__copy kk-no-print", make("span", "", labels.copy), ...buttons);
}

// HTML from elsewhere as the Markdown of plans.

import { ownScript } from "../trusted.js";
import { plainHtml } from "./word-html.js";

/**
 * @param {string} root the site's root, from this page
 * @returns {Promise<(html: string) => string>}
 */
export async function markdownMaker(root) {
  const [{ default: Turndown }, { gfm }] = await Promise.all([
    import(ownScript(`${root}js/packages/turndown.js`)),
    import(ownScript(`${root}js/packages/turndown-gfm.js`)),
  ]);
  const turndown = new Turndown({
    headingStyle: "atx", bulletListMarker: "-", codeBlockStyle: "fenced", emDelimiter: "*",
  });
  turndown.use(gfm);
  const escape = turndown.escape.bind(turndown);
  // What looks like a tag is text, and is shown as it was written.
  turndown.escape = (/** @type {string} */ text) => escape(text).replaceAll("<", "&lt;");
  return (html) => tidied(turndown.turndown(plainHtml(html)));
}

/**
 * Without the spaces that Markdown does not need.
 * @param {string} markdown
 */
function tidied(markdown) {
  return markdown
    .replaceAll("\u00a0", " ")
    .replace(/^( *(?:-|\d+\.)) {2,3}(?=\S)/gm, "$1 ")
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/**
 * Headings as paragraphs in bold, for a field that lies within a heading's text.
 * @param {string} markdown
 */
export function withoutHeadings(markdown) {
  return markdown.replace(/^#{1,6} +(.+)$/gm, (_, text) => `**${text.replaceAll("**", "")}**`);
}

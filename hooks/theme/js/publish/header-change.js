// A published plan's header with some values changed: every other line stays as it was.

import { fieldLines } from "./plan-file.js";

/** @typedef {import("./config.js").Field} Field */
/** @typedef {import("./draft.js").Values} Values */

/** @typedef {{ key: string, lines: string[] }} Entry what stands at a key; "" for all else */

const KEY = /^([A-Za-z_][\w-]*)[ \t]*:/;
const FENCE = /^---\s*$/;

/**
 * @param {string} header with its fences, ending in a line break
 * @param {Field[]} fields
 * @param {Values} before
 * @param {Values} after
 */
export function changedHeader(header, fields, before, after) {
  const entries = entriesOf(header);
  fields.forEach((field, position) => {
    if (same(field, before, after)) return;
    const lines = fieldLines(field, field.key, after).map((line) => `${line}\n`);
    const known = entries.find(({ key }) => key === field.key);
    if (known) known.lines = lines;
    else entries.splice(placeFor(entries, fields, position), 0, { key: field.key, lines });
  });
  return entries.flatMap(({ lines }) => lines).join("");
}

/**
 * The file with one fact set, and all else as it is to the letter.
 * @param {string} text
 * @param {string} key
 * @param {string} value
 */
export function withFact(text, key, value) {
  const lines = linesOf(text);
  const closing = lines.findIndex((line, at) => at > 0 && FENCE.test(line));
  if (closing < 0) return text;
  const at = lines.slice(0, closing).findIndex((line) => KEY.exec(line)?.[1] === key);
  const end = lines[0]?.endsWith("\r\n") ? "\r\n" : "\n";
  if (at < 0) lines.splice(closing, 0, `${key}: ${value}${end}`);
  else lines[at] = lines[at].replace(/^([^:]*:).*?(\s+#.*?)?(\r?\n)$/s, `$1 ${value}$2$3`);
  return lines.join("");
}

/** @param {string} text */
export function headerOf(text) {
  const lines = linesOf(text);
  const closing = lines.findIndex((line, at) => at > 0 && FENCE.test(line));
  return lines.slice(0, closing + 1).join("");
}

/**
 * @param {string} text
 * @returns {string[]} each with its line break
 */
function linesOf(text) {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/**
 * @param {string} header
 * @returns {Entry[]}
 */
function entriesOf(header) {
  /** @type {Entry[]} */
  const entries = [];
  for (const line of linesOf(header)) {
    const key = KEY.exec(line)?.[1] ?? "";
    const last = entries.at(-1);
    const continues = !key && last?.key && /^(?:[ \t]|-(?!--))/.test(line);
    if (continues) last.lines.push(line);
    else entries.push({ key, lines: [line] });
  }
  return entries;
}

/**
 * Behind the last entry of a field that the table has earlier, else below the first fence.
 * @param {Entry[]} entries
 * @param {Field[]} fields
 * @param {number} position
 */
function placeFor(entries, fields, position) {
  const earlier = new Set(fields.slice(0, position).map(({ key }) => key));
  const last = entries.findLastIndex(({ key, lines }) => earlier.has(key) && lines.length > 0);
  return last < 0 ? 1 : last + 1;
}

/**
 * @param {Field} field
 * @param {Values} before
 * @param {Values} after
 */
function same(field, before, after) {
  const [one, other] = [before, after].map((values) =>
    fieldLines(field, field.key, values).join("\n"),
  );
  return one === other;
}

// The file that a draft makes: its text, its place in the catalogue, and what each line comes from.

import { bodyPieces } from "./body-text.js";
import { textOf } from "./draft.js";
import { changedHeader } from "./header-change.js";
import { headerLines } from "./plan-file.js";

/** @typedef {import("./config.js").Config} Config */
/** @typedef {import("./draft.js").Draft} Draft */
/** @typedef {import("./body-text.js").Piece} Piece */

/**
 * @typedef {object} PlanFile
 * @property {string} text
 * @property {string} path empty where provider or period are not known
 * @property {string[]} places per line: `field:<key>`, `intro`, `section:<id>`, `target:<id>`,
 *   `part:<id>:<kind>`
 */

const PERIOD = /^((?:19|20)\d\d)(?:-((?:19|20)\d\d))?$/;
const TOP = /^([A-Za-z_][\w-]*)\s*:/;
const INNER = /^\s+([A-Za-z_][\w-]*)\s*:/;

/**
 * @param {Draft} draft
 * @param {Config} config
 * @returns {PlanFile}
 */
export function fileOf(draft, config) {
  const path = pathOf(draft);
  if (draft.whole !== null) {
    return { text: draft.whole, path, places: draft.whole.split("\n").map(() => "whole") };
  }
  const { origin } = draft;
  const header = origin
    ? changedHeader(origin.header, config.fields, origin.values, draft.values)
    : ["---", ...headerLines(config.fields, draft.values), "---", ""].join("\n");
  const pieces = bodyPieces(draft, config);
  const places = headerPlaces(header);
  let text = header;
  let isKept = true;
  for (const piece of pieces) {
    // What was there brings its own empty lines; what is new gets one on each side.
    if (!piece.kept || !isKept) text = `${text.replace(/\n*$/, "")}\n\n`;
    else if (!text.endsWith("\n")) text += "\n";
    const first = text.split("\n").length - 1;
    piece.text.split("\n").forEach((_, step) => {
      places[first + step] = piece.places?.[step] ?? piece.place;
    });
    text += piece.text;
    isKept = piece.kept;
  }
  const isAsItWas = origin !== null && text === origin.text;
  return { text: isAsItWas ? text : `${text.replace(/\n*$/, "")}\n`, path, places };
}

/**
 * Where the file lies: a published plan's never changes.
 * @param {Draft} draft
 */
export function pathOf(draft) {
  if (draft.origin) return `plans/${draft.origin.name}.md`;
  const translated = textOf(draft, "translation_of");
  const folder = translated.split("/")[0] || slug(textOf(draft, "provider"));
  const period = PERIOD.exec(textOf(draft, "period"));
  if (!folder || !period) return "";
  const [, start, end = start] = period;
  const plain = `${folder}/${start === end ? start : `${start}-${end}`}`;
  const language = textOf(draft, "language");
  const isVersion = translated === plain && language;
  return `plans/${isVersion ? `${plain}.${language}` : plain}.md`;
}

/**
 * The twin of vocabulary.names.slug().
 * @param {string} name
 */
export function slug(name) {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

/** @param {string} header */
function headerPlaces(header) {
  let top = "";
  return header.split("\n").slice(0, -1).map((line) => {
    const key = TOP.exec(line)?.[1];
    const inner = INNER.exec(line)?.[1];
    top = key ?? top;
    return top ? `field:${inner && !key ? `${top}.${inner}` : top}` : "";
  });
}

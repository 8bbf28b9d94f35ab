// A plan's text made of its sections, targets and parts, as outline.py reads it.

import { isUntouched } from "./draft.js";

/** @typedef {import("./config.js").Config} Config */
/** @typedef {import("./draft.js").Draft} Draft */
/** @typedef {import("./draft.js").Section} Section */
/** @typedef {import("./draft.js").Target} Target */

/**
 * @typedef {object} Piece
 * @property {string} text
 * @property {string} place which part of the form it comes from
 * @property {boolean} kept whether it stands as the published plan has it
 * @property {string[]} [places] the same per line, where parts have places of their own
 */

// What belongs to a labelled paragraph although an empty line is between them.
const CONTINUING = /^(?:\s*(?:[-*+]|\d+[.)])\s|\||>|\s{4})/;

/**
 * @param {Draft} draft
 * @param {Config} config
 * @returns {Piece[]}
 */
export function bodyPieces(draft, config) {
  const { language = "fi" } = draft.values;
  const own = config.themeNames[String(language)] ? String(language) : "fi";
  const kept = draft.introRaw !== "" && draft.intro === draft.introWas;
  const intro = { text: kept ? draft.introRaw : draft.intro.trim(), place: "intro", kept };
  const sections = draft.sections.flatMap((section) => sectionPieces(section, own, config));
  return [intro, ...sections].filter(({ text }) => text !== "");
}

/**
 * @param {Section} section
 * @param {string} language
 * @param {Config} config
 * @returns {Piece[]}
 */
function sectionPieces(section, language, config) {
  const place = `section:${section.id}`;
  const kept = isUntouched(section);
  if (!section.theme) return [{ text: kept ? section.raw : section.intro.trim(), place, kept }];
  const targets = section.targets
    .map((target) => targetPiece(target, language, config))
    .filter(({ text }) => text !== "");
  if (!kept && !section.intro.trim() && !targets.length) return [];
  const heading = `## ${oneLine(section.title) || config.themeNames[language][section.theme]}`;
  const text = kept ? section.raw : [heading, section.intro.trim()].filter(Boolean).join("\n\n");
  return [{ text, place, kept }, ...targets];
}

/**
 * @param {Target} target
 * @param {string} language
 * @param {Config} config
 * @returns {Piece}
 */
function targetPiece(target, language, config) {
  const place = `target:${target.id}`;
  if (isUntouched(target)) return { text: target.raw, place, kept: true };
  /** @type {[place: string, block: string][]} */
  const blocks = ["", ...config.parts]
    .filter((kind) => target.parts[kind]?.trim())
    .map((kind) => [`part:${target.id}:${kind}`, written(kind, target.parts[kind])]);
  /** @param {string} kind @param {string} text */
  function written(kind, text) {
    return kind ? partText(config.partNames[language][kind], text) : text.trim();
  }
  const title = oneLine(target.title);
  if (!title && !blocks.length) return { text: "", place, kept: false };
  blocks.unshift([place, `### ${title || config.texts.unnamed}`]);
  const text = blocks.map(([, block]) => block).join("\n\n");
  const places = blocks.flatMap(([at, block]) => [...block.split("\n").map(() => at), at]);
  return { text, place, places, kept: false };
}

/**
 * A part behind its label in bold; below a heading where it has more than one paragraph.
 * @param {string} label
 * @param {string} given
 */
export function partText(label, given) {
  const text = given.replaceAll("\r\n", "\n").replace(/^(?:[ \t]*\n)+/, "").trimEnd();
  const [first, ...rest] = text.split(/\n[ \t]*\n/);
  const follows = rest.every((block) => CONTINUING.test(block));
  if (CONTINUING.test(first)) return follows ? `**${label}:**\n\n${text}` : `#### ${label}\n\n${text}`;
  // A list needs an empty line above it to be one.
  const isPlain = !first.split("\n").slice(1).some((line) => CONTINUING.test(line) || /^#/.test(line));
  return follows && isPlain && !/^#/.test(first)
    ? `**${label}:** ${text.trimStart()}`
    : `#### ${label}\n\n${text}`;
}

/** @param {string} text */
function oneLine(text) {
  return text.split(/\s+/).filter(Boolean).join(" ");
}

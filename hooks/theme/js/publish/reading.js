// A file's text as a draft, read by the Python package.

import { content, newDraft, newId, newSection } from "./draft.js";
import { headerOf } from "./header-change.js";

/** @typedef {import("./config.js").Config} Config */
/** @typedef {import("./draft.js").Draft} Draft */
/** @typedef {import("./draft.js").Section} Section */
/** @typedef {import("./draft.js").Target} Target */

/**
 * @typedef {object} Read what hooks/kuntakesu/form/reading.py gives
 * @property {boolean} readable
 * @property {import("./draft.js").Values} values
 * @property {string} raw
 * @property {ReadSection[]} sections
 *
 * @typedef {object} ReadSection
 * @property {string} theme
 * @property {string} raw
 * @property {string} [title]
 * @property {string} [intro]
 * @property {{ title: string, parts: Record<string, string>, raw: string }[]} [targets]
 */

/**
 * A published plan, opened for a change.
 * @param {string} name
 * @param {string} text
 * @param {Read} read
 * @param {Config} config
 * @returns {Draft}
 */
export function draftOf(name, text, read, config) {
  const header = headerOf(text);
  const origin = { name, text, header, values: read.values };
  const draft = { ...newDraft(config), origin };
  const all = header + read.raw + read.sections.map(rawOf).join("");
  // Where anything would be lost on the way, the file is edited as it is.
  if (!read.readable || all !== text) return { ...draft, whole: text };
  const sections = read.sections.map(sectionOf);
  const stated = new Set(sections.map(({ theme }) => theme));
  const missing = [...config.themes, ""].filter((theme) => !stated.has(theme)).map(newSection);
  const last = sections.findLastIndex(({ theme }) => theme) + 1;
  sections.splice(last, 0, ...missing.filter(({ theme }) => theme));
  sections.push(...missing.filter(({ theme }) => !theme));
  const intro = read.raw.trim();
  return { ...draft, values: { ...read.values }, intro, introRaw: read.raw, introWas: intro, sections };
}

/**
 * Puts what was read from elsewhere beside what the draft has.
 * @param {Draft} draft
 * @param {Read} read
 */
export function addTo(draft, read) {
  // The language is a guess of the page's as long as there is no text in it.
  const hasText = draft.intro.trim() || draft.sections.some(({ intro, targets }) => intro || targets.length);
  const typed = Object.entries(draft.values).filter(([key, value]) =>
    value.length && (key !== "language" || hasText));
  const themes = [...new Set([...(draft.values.themes ?? []), ...(read.values.themes ?? [])])];
  draft.values = { ...draft.values, ...read.values, ...Object.fromEntries(typed), themes };
  draft.intro = joined(draft.intro, read.raw);
  for (const found of read.sections.map(sectionOf)) {
    const place = draft.sections.find(({ theme }) => theme === found.theme);
    for (const target of found.targets) Object.assign(target, { raw: "", was: "" });
    if (!place) {
      draft.sections.push({ ...found, raw: "", was: "" });
      continue;
    }
    // Two headings of one theme become one; what the second was called is not lost.
    place.intro = joined(place.intro, found.intro);
    place.targets.push(...found.targets);
    if (!place.title) place.title = found.title;
  }
}

/** @param {ReadSection} read */
function rawOf(read) {
  return read.raw + (read.targets ?? []).map(({ raw }) => raw).join("");
}

/**
 * @param {ReadSection} read
 * @returns {Section}
 */
function sectionOf(read) {
  const { theme, raw, title = "", intro = raw.trim(), targets = [] } = read;
  const section = { ...newSection(theme), title, intro, raw, targets: targets.map(targetOf) };
  return { ...section, was: content(section) };
}

/**
 * @param {{ title: string, parts: Record<string, string>, raw: string }} read
 * @returns {Target}
 */
function targetOf({ title, parts, raw }) {
  const target = { id: newId(), title, parts: { ...parts }, raw, was: "" };
  return { ...target, was: content(target) };
}

/**
 * @param {string} one
 * @param {string} other
 */
function joined(one, other) {
  return [one.trim(), other.trim()].filter(Boolean).join("\n\n");
}

// A plan that is being written, as the form holds it and the browser keeps it.

/** @typedef {import("./config.js").Config} Config */
/** @typedef {Record<string, string | string[]>} Values by a field's dotted key */

/**
 * @typedef {object} Target
 * @property {string} id
 * @property {string} title
 * @property {Record<string, string>} parts Markdown by kind; text without a label by ""
 * @property {string} raw how a published plan has it, or empty
 * @property {string} was what `content` gave when it was read
 *
 * @typedef {object} Section a theme, or (without one) any sections that are none
 * @property {string} id
 * @property {string} theme
 * @property {string} title empty where it is the theme's own name
 * @property {string} intro all of the text where the section is no theme
 * @property {Target[]} targets
 * @property {string} raw
 * @property {string} was
 *
 * @typedef {object} Origin the published plan that is being changed
 * @property {string} name
 * @property {string} text
 * @property {string} header
 * @property {Values} values
 *
 * @typedef {object} Draft
 * @property {Values} values
 * @property {string} intro
 * @property {string} introRaw
 * @property {string} introWas
 * @property {Section[]} sections
 * @property {string | null} whole the whole file, where it is edited as it is
 * @property {Origin | null} origin
 */

let made = 0;

/** A name for a piece, different from all others of this page and of what it kept. */
export function newId() {
  made += 1;
  return `${Date.now().toString(36)}${made}`;
}

/**
 * @param {Config} config
 * @returns {Draft}
 */
export function newDraft(config) {
  const sections = [...config.themes, ""].map((theme) => newSection(theme));
  return { values: {}, intro: "", introRaw: "", introWas: "", sections, whole: null, origin: null };
}

/**
 * @param {string} theme
 * @returns {Section}
 */
export function newSection(theme) {
  return { id: newId(), theme, title: "", intro: "", targets: [], raw: "", was: "" };
}

/** @returns {Target} */
export function newTarget() {
  return { id: newId(), title: "", parts: {}, raw: "", was: "" };
}

/**
 * What somebody may change of a piece, to see if it was changed.
 * @param {Section | Target} piece
 */
export function content(piece) {
  return "parts" in piece
    ? JSON.stringify([piece.title, Object.entries(piece.parts).filter(([, text]) => text.trim()).sort()])
    : JSON.stringify([piece.title, piece.intro]);
}

/**
 * Whether a piece is as the published plan has it.
 * @param {Section | Target} piece
 */
export function isUntouched(piece) {
  return piece.raw !== "" && piece.was === content(piece);
}

/** @param {Draft} draft */
export function isEmpty(draft) {
  return (
    !draft.origin &&
    draft.whole === null &&
    !draft.intro.trim() &&
    Object.values(draft.values).every((value) => !value.length) &&
    draft.sections.every(({ intro, targets }) => !intro.trim() && !targets.length)
  );
}

/**
 * @param {Draft} draft
 * @param {string} key
 * @returns {string}
 */
export function textOf(draft, key) {
  const value = draft.values[key] ?? "";
  return (typeof value === "string" ? value : (value[0] ?? "")).trim();
}

// What somebody has typed, kept in this browser until they erase it.

const DRAFT = "kuntakesu-draft:";
const CHECKS = "kuntakesu-checks";

/** @typedef {import("./draft.js").Draft} Draft */

/**
 * @param {string} name of the plan that is being changed; empty for a new one
 * @returns {Draft | null}
 */
export function keptDraft(name) {
  const kept = read(DRAFT + name);
  try {
    return kept ? JSON.parse(kept) : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} name
 * @param {Draft} draft
 * @returns {boolean} whether the browser keeps it
 */
export function keepDraft(name, draft) {
  return write(DRAFT + name, JSON.stringify(draft));
}

/** @param {string} name */
export function eraseDraft(name) {
  try {
    localStorage.removeItem(DRAFT + name);
  } catch {
    // Then nothing was kept.
  }
}

export function wantsChecks() {
  return read(CHECKS) === "1";
}

export function rememberChecks() {
  write(CHECKS, "1");
}

export function forgetChecks() {
  try {
    localStorage.removeItem(CHECKS);
  } catch {
    // Then nothing was kept.
  }
}

/** @param {string} key */
function read(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * @param {string} key
 * @param {string} value
 */
function write(key, value) {
  try {
    localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

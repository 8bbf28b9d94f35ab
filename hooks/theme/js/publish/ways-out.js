// Sending, downloading and e-mailing the file.

import { fill } from "../elements.js";

/** @typedef {import("./config.js").Config} Config */
/** @typedef {import("./draft.js").Draft} Draft */
/** @typedef {import("./file.js").PlanFile} PlanFile */

// GitHub refuses requests whose first line is longer than about 8,000 characters. Who has to sign in
// first is sent on with the address written a second time, every % as %25, so a quarter is left free.
const LONGEST_ADDRESS = 6000;
// What Windows hands to an e-mail program.
const LONGEST_MAIL = 1900;

/**
 * The page of the repository's host on which the file is made, or changed.
 * @param {Config} config
 * @param {Draft} draft
 * @param {PlanFile} file
 * @returns {{ address: string, hasText: boolean }}
 */
export function hostPage({ repository, branch }, draft, { path, text }) {
  if (draft.origin) return { address: `${repository}/edit/${branch}/${path}`, hasText: false };
  const short = `${repository}/new/${branch}?filename=${encodeURIComponent(path)}`;
  const whole = `${short}&value=${encodeURIComponent(text)}`;
  const hasText = whole.length <= LONGEST_ADDRESS;
  return { address: hasText ? whole : short, hasText };
}

/**
 * @param {Config} config
 * @param {PlanFile} file
 * @returns {{ address: string, hasText: boolean }}
 */
export function mail({ email, texts }, { path, text }) {
  const subject = fill(texts.email_subject, { name: path || fileName(path) });
  const start = `mailto:${email}?subject=${encodeURIComponent(subject)}&body=`;
  /** @param {string} body */
  const written = (body) => start + encodeURIComponent(`${texts.email_intro}\n\n${body}`).replaceAll("%0A", "%0D%0A");
  const whole = written(text);
  const hasText = whole.length <= LONGEST_MAIL;
  return { address: hasText ? whole : written(texts.email_attach), hasText };
}

/** @param {string} path */
export function fileName(path) {
  return path.replace(/^plans\//, "").replaceAll("/", "-") || "suunnitelma.md";
}

/** @param {PlanFile} file */
export function download({ path, text }) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName(path);
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** @param {string} text */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

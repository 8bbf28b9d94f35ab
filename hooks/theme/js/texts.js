// The words that the scripts put into the page, in its language.

/**
 * @typedef {object} Texts
 * @property {Record<string, string>} standings labels of the badges
 * @property {Record<string, string>} themes
 * @property {Record<string, string>} search
 */

/** @type {Texts} */
export const texts = JSON.parse(document.querySelector("#kk-texts")?.textContent ?? "{}");

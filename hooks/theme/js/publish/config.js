// What the page tells its scripts of plans and of the site.

/**
 * @typedef {object} Field a row of the table of fields
 * @property {string} key
 * @property {boolean} many
 * @property {string} default
 * @property {Field[]} fields those within, for a mapping
 *
 * @typedef {object} Config
 * @property {Field[]} fields
 * @property {string[]} themes codes
 * @property {string[]} parts codes
 * @property {Record<string, Record<string, string>>} themeNames by language and code
 * @property {Record<string, Record<string, string>>} partNames by language and code
 * @property {string} wordStyles what becomes of Word's styles
 * @property {Record<string, string>} texts
 * @property {Record<string, string>} checker the words around a finding
 * @property {string} repository
 * @property {string} branch
 * @property {string} email
 * @property {boolean} tools whether the site has the checks
 * @property {string} root the site's root, from this page
 * @property {string} sources the folder of their files
 */

/** @returns {Config} */
export function readConfig() {
  return JSON.parse(document.querySelector("#kk-form")?.textContent ?? "{}");
}

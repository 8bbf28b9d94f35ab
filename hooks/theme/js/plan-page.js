// A plan as its own page holds it, for pages that show several: read off the page, in copies.

import { LoadError, loadPage } from "./load.js";

// As plans are named; nothing else from an address is asked for.
const NAME = /^[\w-][\w.-]*\/[\w-][\w.-]*$/;

/**
 * @typedef {object} Part
 * @property {string} kind empty for text without a label
 * @property {HTMLElement} content
 */

/**
 * @typedef {object} Target
 * @property {string} title
 * @property {string} anchor
 * @property {Part[]} parts
 */

/**
 * @typedef {object} Section
 * @property {string} theme empty for a section that is no theme
 * @property {string} title
 * @property {string} anchor
 * @property {Target[]} targets
 */

/**
 * @typedef {object} Fate what became of a target of the plan before
 * @property {string} kind
 * @property {string} was anchor in the plan before, or empty
 * @property {string} now anchor in this plan, or empty
 */

/**
 * @typedef {object} Plan
 * @property {string} name
 * @property {string} address of its page
 * @property {string} title
 * @property {string} provider
 * @property {string} language
 * @property {string} status
 * @property {number} start
 * @property {number} end
 * @property {string} citation
 * @property {Section[]} sections
 * @property {string} previous name of the plan before, where the fates of its targets are told
 * @property {Fate[]} fates
 */

/**
 * @param {string} plans the address of plans, with a slash at the end
 * @param {string} name
 * @returns {Promise<Plan>}
 */
export async function loadPlan(plans, name) {
  if (!NAME.test(name)) throw new LoadError(name);
  const address = new URL(`${plans}${name}/`, location.href).href;
  const plan = readPlan(await loadPage(address), address);
  if (!plan) throw new LoadError(name);
  return plan;
}

/**
 * @param {Document} page
 * @param {string} address of the page
 * @returns {Plan | undefined} nothing where it is no plan's page
 */
export function readPlan(page, address) {
  const root = /** @type {HTMLElement | null} */ (page.querySelector("[data-plan-page]"));
  const heading = root?.querySelector("h1");
  if (!root || !heading) return undefined;
  const standing = /** @type {HTMLElement | null} */ (root.querySelector("[data-standing]"));
  const { status = "", start, end } = standing?.dataset ?? {};
  const succession = /** @type {HTMLElement | null} */ (root.querySelector("[data-succession]"));
  return {
    name: root.dataset.planPage ?? "",
    address,
    title: words(heading),
    provider: root.dataset.provider ?? "",
    language: heading.lang || page.documentElement.lang,
    status,
    start: Number(start),
    end: Number(end),
    citation: words(root.querySelector(".kk-cite")),
    sections: [...root.querySelectorAll(".kk-section")].map((one) => section(one, address)),
    previous: succession?.dataset.succession ?? "",
    fates: [...(succession?.querySelectorAll("[data-fate]") ?? [])].map(fate),
  };
}

/**
 * @param {Element} element
 * @param {string} address
 * @returns {Section}
 */
function section(element, address) {
  const heading = element.querySelector("h2");
  return {
    theme: /** @type {HTMLElement} */ (element).dataset.theme ?? "",
    title: words(heading),
    anchor: heading?.id ?? "",
    targets: [...element.querySelectorAll(".kk-target")].map((one) => target(one, address)),
  };
}

/**
 * @param {Element} element
 * @param {string} address
 * @returns {Target}
 */
function target(element, address) {
  const heading = element.querySelector("h3");
  return {
    title: words(heading),
    anchor: heading?.id ?? "",
    parts: [...element.querySelectorAll("[data-part]")].map((part) => ({
      kind: /** @type {HTMLElement} */ (part).dataset.part ?? "",
      content: copy(part.querySelector(".kk-part__content") ?? part, address),
    })),
  };
}

/** @param {Element} item */
function fate(item) {
  const { fate: kind = "", was = "", now = "" } = /** @type {HTMLElement} */ (item).dataset;
  return { kind, was, now };
}

/**
 * A copy that may stand on another page: its links lead where they led, and it has no anchors.
 * @param {Element} content
 * @param {string} address of the page that it is on
 */
function copy(content, address) {
  const own = /** @type {HTMLElement} */ (document.importNode(content, true));
  own.className = "kk-prose";
  delete own.dataset.part;
  for (const within of own.querySelectorAll("[id]")) within.removeAttribute("id");
  for (const [kind, attribute] of [["a[href]", "href"], ["img[src]", "src"]]) {
    for (const within of own.querySelectorAll(kind)) {
      const led = new URL(within.getAttribute(attribute) ?? "", address);
      within.setAttribute(attribute, led.href);
    }
  }
  return own;
}

/** @param {Element | null | undefined} element */
function words(element) {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
}

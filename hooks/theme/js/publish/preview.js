// The plan as its page will look, in a frame in which no script runs.

import { purified } from "../trusted.js";

/**
 * @param {HTMLElement} page
 * @param {string} root the site's root, from this page
 * @returns {(made: string) => Promise<void>} shows what preview.py gave; empty where there is no plan
 */
export function createPreview(page, root) {
  const box = /** @type {HTMLElement | null} */ (page.querySelector("[data-preview]"));
  const wait = /** @type {HTMLElement | null} */ (page.querySelector("[data-preview-wait]"));
  const template = box?.querySelector("template");
  /** @type {Promise<HTMLIFrameElement> | undefined} made when there is something to show */
  let frame;
  const site = new URL(root, location.href);

  /** @param {HTMLElement} around @param {HTMLTemplateElement} of */
  function opened(around, of) {
    const copy = /** @type {DocumentFragment} */ (of.content.cloneNode(true));
    const made = /** @type {HTMLIFrameElement} */ (copy.firstElementChild);
    return /** @type {Promise<HTMLIFrameElement>} */ (new Promise((resolve) => {
      made.addEventListener("load", () => {
        dress(made);
        resolve(made);
      });
      around.append(copy);
    }));
  }

  return async (made) => {
    if (!box || !wait || !template) return;
    box.hidden = false;
    wait.hidden = made !== "";
    if (frame) (await frame).hidden = made === "";
    if (!made) return;
    const { html, language, address } = JSON.parse(made);
    const text = await purified(html, `${site.href}js/packages/purify.js`);
    settle(text, new URL(address, site));
    frame ??= opened(box, template);
    const shown = (await frame).contentDocument;
    if (!shown) return;
    shown.documentElement.lang = language;
    // Put into its place, the text stays where it was scrolled to.
    shown.querySelector("main")?.replaceChildren(shown.importNode(text, true));
  };
}

/**
 * Gives the frame the looks of the page around it.
 * @param {HTMLIFrameElement} frame
 */
function dress(frame) {
  const inner = frame.contentDocument;
  const { scheme } = document.documentElement.dataset;
  if (inner && scheme) inner.documentElement.dataset.scheme = scheme;
  for (const sheet of document.querySelectorAll("link[rel=stylesheet]:not([media=print])")) {
    const copy = inner?.createElement("link");
    if (!inner || !copy) return;
    copy.rel = "stylesheet";
    copy.href = /** @type {HTMLLinkElement} */ (sheet).href;
    inner.head.append(copy);
  }
}

/**
 * Has links and pictures lead where they would from the plan's own page.
 * @param {DocumentFragment} text
 * @param {URL} address of that page
 */
function settle(text, address) {
  for (const link of text.querySelectorAll("a")) {
    const led = link.getAttribute("href") ?? "";
    if (!led || led.startsWith("#")) continue;
    link.href = new URL(led, address).href;
    link.target = "_blank";
  }
  for (const picture of text.querySelectorAll("img")) {
    picture.src = new URL(picture.getAttribute("src") ?? "", address).href;
  }
}

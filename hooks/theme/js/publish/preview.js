// The plan as its page will look, in a frame in which no script runs.

/**
 * @param {HTMLElement} page
 * @param {string} root the site's root, from this page
 * @returns {(made: string) => Promise<void>} shows what preview.py gave; empty where there is no plan
 */
export function createPreview(page, root) {
  const box = /** @type {HTMLElement | null} */ (page.querySelector("[data-preview]"));
  const wait = /** @type {HTMLElement | null} */ (page.querySelector("[data-preview-wait]"));
  const template = box?.querySelector("template");
  /** @type {HTMLIFrameElement | undefined} made when there is something to show */
  let frame;
  const site = new URL(root, location.href);

  return async (made) => {
    if (!box || !wait || !template) return;
    box.hidden = false;
    wait.hidden = made !== "";
    if (frame) frame.hidden = made === "";
    if (!made) return;
    const { html, language, address } = JSON.parse(made);
    const { default: purify } = await import(`${site.href}js/packages/purify.js`);
    const safe = purify.sanitize(html);
    if (!frame) {
      const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
      frame = /** @type {HTMLIFrameElement} */ (copy.firstElementChild);
      box.append(copy);
    }
    const shown = frame.contentDocument?.querySelector("main");
    if (shown && frame.dataset.address === address) {
      // Put into its place, the text stays where it was scrolled to.
      shown.innerHTML = safe;
      return;
    }
    frame.dataset.address = address;
    frame.srcdoc = framed(safe, language, new URL(address, site).href);
  };
}

/**
 * @param {string} html sanitised
 * @param {string} language
 * @param {string} address of the plan's page, from which its links lead
 */
function framed(html, language, address) {
  const sheets = [...document.querySelectorAll("link[rel=stylesheet]")]
    .map((sheet) => /** @type {HTMLLinkElement} */ (sheet))
    .filter(({ media }) => media !== "print")
    .map(({ href }) => `<link rel="stylesheet" href="${href}">`);
  const scheme = document.documentElement.dataset.scheme ?? "";
  return [
    `<!doctype html><html lang="${language}"${scheme ? ` data-scheme="${scheme}"` : ""}><head>`,
    `<meta charset="utf-8"><title>-</title><base href="${address}" target="_blank">`,
    ...sheets,
    `</head><body class="kk-content"><main tabindex="0">${html}</main></body></html>`,
  ].join("");
}

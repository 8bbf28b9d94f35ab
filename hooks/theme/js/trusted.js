// The one place where a text becomes markup or an address becomes a script's. The site's policy
// refuses both anywhere else, in browsers that know Trusted Types; others run the same checks.

// Where this is published: every script that a page names lies in js/.
const SITE = new URL("..", import.meta.url).href;

const rules = {
  /** Only for documents that load and run nothing. @param {string} html */
  createHTML: (html) => html,
  /** @param {string} address */
  createScriptURL(address) {
    const { href } = new URL(address, location.href);
    if (!href.startsWith(SITE)) throw new TypeError(`not of this site: ${href}`);
    return href;
  },
};
/** @type {typeof rules} */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("kuntakesu", rules) ?? rules;

/**
 * @param {string} html
 * @returns {Document} in which nothing is loaded or run
 */
export function parsed(html) {
  return new DOMParser().parseFromString(policy.createHTML(html), "text/html");
}

/**
 * The address of a script of this site, for a script element, a worker or an import.
 * @param {string} address
 * @returns {string}
 */
export function ownScript(address) {
  return policy.createScriptURL(address);
}

/**
 * @param {string} html
 * @param {string} address of DOMPurify
 * @returns {Promise<DocumentFragment>} what of it is safe to show
 */
export async function purified(html, address) {
  const { default: purify } = await import(ownScript(address));
  return purify.sanitize(html, { RETURN_DOM_FRAGMENT: true, TRUSTED_TYPES_POLICY: policy });
}

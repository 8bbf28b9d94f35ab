// Files that a page asks for when it needs them, each once.

import { ownScript, parsed } from "./trusted.js";

/** A file could not be had. */
export class LoadError extends Error {}

/** @type {Map<string, Promise<any>>} */
const asked = new Map();

/**
 * @template T
 * @param {string} address
 * @param {() => Promise<T>} ask
 * @returns {Promise<T>}
 */
function once(address, ask) {
  const known = asked.get(address);
  if (known) return known;
  const answer = ask().catch((/** @type {unknown} */ cause) => {
    throw new LoadError(address, { cause });
  });
  asked.set(address, answer);
  answer.catch(() => asked.delete(address));
  return answer;
}

/**
 * @param {string} address
 * @returns {Promise<any>}
 */
export function loadJson(address) {
  return once(address, async () => (await found(address)).json());
}

/**
 * @param {string} address
 * @returns {Promise<Document>}
 */
export function loadPage(address) {
  return once(address, async () => {
    return parsed(await (await found(address)).text());
  });
}

/**
 * @param {string} address
 * @returns {Promise<typeof import("lunr")>}
 */
export function loadLunr(address) {
  return loadScript(address, "lunr");
}

/**
 * A plain script that is no module.
 * @param {string} address
 * @param {string} name under which the window has it then
 * @returns {Promise<any>}
 */
export function loadScript(address, name) {
  return once(address, () => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = ownScript(address);
    script.addEventListener("load", () => resolve(/** @type {any} */ (window)[name]));
    script.addEventListener("error", () => reject(new Error(`no ${address}`)));
    document.head.append(script);
  }));
}

/** @param {string} address */
async function found(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer;
}

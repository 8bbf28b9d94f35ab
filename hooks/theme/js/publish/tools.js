// The Python package in a worker: asked by message, answering with a promise.

import { loadJson } from "../load.js";
import { ownScript } from "../trusted.js";

/**
 * What exports/form_plans.py wrote: the published plans, as far as a new one is checked by them.
 * @param {string} root the site's root, from this page
 * @returns {Promise<{ plans: Record<string, object> } | null>} null where it can't be had
 */
export async function plansOf(root) {
  return loadJson(`${root}data/form-plans.json`).catch(() => null);
}

/**
 * @typedef {object} Tools
 * @property {() => Promise<void>} start loads it, once; fails where it can't be had
 * @property {(question: string, ...values: string[]) => Promise<string>} ask
 */

/**
 * @param {string} root the site's root, from this page
 * @returns {Tools}
 */
export function createTools(root) {
  /** @type {Promise<Worker> | undefined} */
  let ready;
  /** @type {Map<number, { resolve: (answer: string) => void, reject: (error: Error) => void }>} */
  const open = new Map();
  let number = 0;

  /**
   * @param {Worker} worker
   * @param {string} question
   * @param {string[]} values
   * @returns {Promise<string>}
   */
  function send(worker, question, values) {
    number += 1;
    const mine = number;
    return new Promise((resolve, reject) => {
      open.set(mine, { resolve, reject });
      worker.postMessage({ number: mine, question, values });
    });
  }

  /** @returns {Promise<Worker>} */
  async function begin() {
    const worker = new Worker(ownScript(`${root}js/publish-worker.js`), { type: "module" });
    const failed = new Promise((_, reject) => {
      worker.addEventListener("error", () => reject(new Error("the worker stopped")));
    });
    worker.addEventListener("message", ({ data }) => {
      const waiting = open.get(data.number);
      open.delete(data.number);
      if (data.error) waiting?.reject(new Error(data.error));
      else waiting?.resolve(data.answer);
    });
    const plans = await plansOf(root);
    const site = new URL(root, location.href).href;
    await Promise.race([send(worker, "start", [site, plans ? JSON.stringify(plans) : ""]), failed]);
    return worker;
  }

  function start() {
    ready ??= begin().catch((error) => {
      ready = undefined;
      throw error;
    });
    return ready;
  }

  return {
    start: async () => void (await start()),
    ask: async (question, ...values) => send(await start(), question, values),
  };
}

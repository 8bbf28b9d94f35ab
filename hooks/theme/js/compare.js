// The page that sets plans side by side; which ones, the address says.

import { Comparison } from "./comparison.js";
import { fill, make } from "./elements.js";
import { LoadError } from "./load.js";
import { PlanPicker } from "./plan-picker.js";
import { loadPlan } from "./plan-page.js";
import { enhanceSearchBox } from "./search-box.js";
import { texts } from "./texts.js";

/** @typedef {import("./plan-page.js").Plan} Plan */

/** @param {HTMLElement} root */
function enhanceCompare(root) {
  const part = (/** @type {string} */ name) =>
    /** @type {HTMLElement} */ (root.querySelector(`[data-${name}]`));
  const listed = (/** @type {string} */ name) => (root.dataset[name] ?? "").split(" ");
  const { plans: folder = "", labels: said = "{}" } = root.dataset;
  const keys = listed("keys");
  /** @type {Record<string, string>} */
  const labels = JSON.parse(said);
  const status = part("status");
  const place = part("comparison");
  const form = /** @type {HTMLFormElement} */ (part("search"));
  const picker = new PlanPicker(form, part("found"), labels, {
    has: (name) => chosen.includes(name),
    isFull: () => chosen.length >= keys.length,
    add: (name) => go([...chosen, name]),
  });
  let turn = 0;
  let chosen = read();
  let isFull = new URLSearchParams(location.search).has("full");

  /** The plans that the address names, each once. */
  function read() {
    const parameters = new URLSearchParams(location.search);
    return [...new Set(keys.map((key) => parameters.get(key) ?? "").filter(Boolean))];
  }

  function write() {
    // Written as it is read: the names need no escaping, and a readable address is passed on.
    const pairs = chosen.map((name, at) => `${keys[at]}=${encodeURIComponent(name).replace(/%2F/g, "/")}`);
    const query = [...pairs, ...(isFull ? ["full"] : [])].join("&");
    return query ? `${location.pathname}?${query}` : location.pathname;
  }

  /** @param {string[]} names */
  async function go(names) {
    chosen = names;
    history.pushState(null, "", write());
    await show();
    place.focus();
  }

  /** @param {Plan} plan */
  function remover(plan) {
    const button = make("button", "kk-link-button kk-no-print", "×");
    button.type = "button";
    button.setAttribute("aria-label", fill(labels.remove, { title: plan.title }));
    button.addEventListener("click", () => void go(chosen.filter((name) => name !== plan.name)));
    return button;
  }

  async function show() {
    turn += 1;
    const mine = turn;
    const answers = await Promise.all(chosen.map((name) => opened(folder, name)));
    if (mine !== turn) return;
    const plans = answers.filter((answer) => answer !== undefined);
    const missing = chosen.filter((_, at) => !answers[at]);
    const count = labels[plans.length === 1 ? "one" : "other"];
    status.textContent = [
      ...missing.map((name) => fill(labels.missing, { name })),
      ...(plans.length ? [fill(count, { count: plans.length })] : []),
    ].join(" ");
    const comparison = new Comparison(plans, {
      labels,
      themes: listed("themes").map((theme) => [theme, texts.themes[theme]]),
      parts: listed("parts"),
      standings: texts.standings,
    });
    place.replaceChildren(...(plans.length ? comparison.elements(remover) : []));
    root.classList.toggle("kk-compare--many", plans.length > 2);
    part("tools").hidden = !plans.length;
    look();
    picker.refresh();
  }

  function look() {
    root.classList.toggle("kk-compare--brief", !isFull);
    for (const radio of root.querySelectorAll("input[name=view]")) {
      const input = /** @type {HTMLInputElement} */ (radio);
      input.checked = (input.value === "full") === isFull;
    }
  }

  part("tools").addEventListener("change", (event) => {
    isFull = /** @type {HTMLInputElement} */ (event.target).value === "full";
    history.replaceState(null, "", write());
    look();
  });
  part("print").addEventListener("click", () => print());
  addEventListener("popstate", () => {
    chosen = read();
    isFull = new URLSearchParams(location.search).has("full");
    void show();
  });
  enhanceSearchBox(form, texts.search);
  part("chooser").hidden = false;
  void show().then(() => {
    root.dataset.ready = "";
  });
}

/**
 * A plan, or nothing where it could not be had.
 * @param {string} folder
 * @param {string} name
 */
async function opened(folder, name) {
  try {
    return await loadPlan(folder, name);
  } catch (error) {
    if (!(error instanceof LoadError)) throw error;
    return undefined;
  }
}

const root = /** @type {HTMLElement | null} */ (document.querySelector("[data-compare]"));
if (root) enhanceCompare(root);

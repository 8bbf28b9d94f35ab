// The list of plans with its search box, facets and order; the state is in the address.

import { readState, writeState } from "./browse-state.js";
import { count, select, sort, withStanding } from "./facets.js";
import { FilterForm } from "./filter-form.js";
import { loadJson, loadLunr } from "./load.js";
import { PlanList } from "./plan-list.js";
import { createPlanSearch } from "./plan-search.js";
import { municipalitySearch } from "./search-box.js";
import { correctBadges, thisYear } from "./standing.js";

/** @typedef {import("./browse-state.js").State} State */
/** @typedef {import("./plan-search.js").Hits} Hits */

/**
 * @param {HTMLElement} root
 * @param {HTMLFormElement} searchForm
 * @param {Record<string, string>} standings labels of the badges
 */
export async function enhanceBrowse(root, searchForm, standings) {
  const part = (/** @type {string} */ name) =>
    /** @type {HTMLElement} */ (root.querySelector(`[data-${name}]`));
  const data = withStanding(await loadJson(root.dataset.facets ?? ""), thisYear());
  const facets = Object.keys(data.facets);
  const form = new FilterForm(/** @type {HTMLFormElement} */ (part("filters")));
  const list = new PlanList(
    part("list"),
    part("more"),
    data.plans,
    (root.dataset.pages ?? "").trim().split(/\s+/),
    Number(root.dataset.onAPage),
    (item) => correctBadges(item, standings),
  );
  const box = /** @type {HTMLInputElement} */ (searchForm.querySelector("input"));
  const order = /** @type {HTMLSelectElement} */ (root.querySelector("#sort"));
  const heading = part("heading");
  /** @type {State} */
  let state = readState(location.search, facets);
  let turn = 0;
  /** @type {Promise<(text: string) => Hits> | undefined} */
  let search;

  function planSearch() {
    const ask = async () => {
      const [lunr, index, findPlaces] = await Promise.all([
        loadLunr(searchForm.dataset.lunr ?? ""),
        loadJson(root.dataset.index ?? ""),
        municipalitySearch(searchForm),
      ]);
      return createPlanSearch(lunr, index, findPlaces, data.facets.municipality);
    };
    search ??= ask();
    return search;
  }

  /** @param {number} found */
  function title(found) {
    const { one = "", other = "", none = "", of = "" } = heading.dataset;
    const number = new Intl.NumberFormat(document.documentElement.lang).format(found);
    const text = found === 0 ? none : found === 1 ? one : other;
    const filters = [...(state.text ? [`”${state.text}”`] : []), ...form.labels(state.chosen)];
    const counted = text.replace("{count}", number);
    if (!filters.length) return counted;
    return of.replace("{filters}", filters.join(" · ")).replace("{found}", counted);
  }

  async function show() {
    turn += 1;
    const mine = turn;
    const { scores } = state.text ? (await planSearch())(state.text) : { scores: new Map() };
    if (mine !== turn) return;
    const isHit = (/** @type {number} */ at) => !state.text || scores.has(at);
    const by = state.sort || (state.text ? "relevance" : "municipality");
    const positions = sort(data, select(data, state.chosen, isHit), by, scores);
    form.show(state.chosen, count(data, state.chosen, isHit));
    box.value = state.text;
    const relevance = order.querySelector("option[value=relevance]");
    if (relevance) /** @type {HTMLOptionElement} */ (relevance).hidden = !state.text;
    order.value = by;
    const text = title(positions.length);
    if (heading.textContent !== text) {
      heading.textContent = text;
      part("status").textContent = text;
    }
    part("clear").hidden = !state.text && !state.chosen.size;
    part("empty").hidden = positions.length > 0;
    if (part("static-pages")) part("static-pages").hidden = true;
    await list.show(positions.map((at) => data.plans[at]));
  }

  /** @param {Partial<State>} change */
  function go(change) {
    state = { ...state, ...change };
    history.pushState(null, "", `${location.pathname}${writeState(state)}`);
    return show();
  }

  form.form.addEventListener("change", () => void go({ chosen: form.chosen() }));
  form.form.addEventListener("submit", (event) => event.preventDefault());
  order.addEventListener("change", () => void go({ sort: order.value }));
  part("clear").addEventListener("click", () => {
    void go({ text: "", chosen: new Map() }).then(() => heading.focus());
  });
  searchForm.addEventListener("submit", (event) => {
    event.preventDefault();
    void go({ text: box.value.trim(), sort: "" });
  });
  searchForm.addEventListener("choose", (event) => {
    const { detail } = /** @type {CustomEvent<string>} */ (event);
    const name = searchForm.querySelector(`[data-municipality="${detail}"] .kk-option__name`);
    form.addOption("municipality", detail, name?.textContent ?? detail);
    event.preventDefault();
    const chosen = new Map(state.chosen).set("municipality", new Set([detail]));
    void go({ text: "", chosen });
  });
  addEventListener("popstate", () => {
    state = readState(location.search, facets);
    void show();
  });

  const asked = state.chosen.get("municipality");
  if (asked && [...asked].some((code) => !form.hasOption("municipality", code))) {
    const places = await loadJson(searchForm.dataset.places ?? "");
    for (const code of asked) {
      if (places[code]) form.addOption("municipality", code, places[code][0]);
    }
  }
  await show();
  form.form.hidden = false;
  part("tools").hidden = false;
  root.dataset.ready = "";
}

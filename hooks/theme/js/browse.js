// The list of plans with its search box, facets and order; the state is in the address.

import { readState, writeState } from "./browse-state.js";
import { count, select, sort, withStanding } from "./facets.js";
import { FilterForm } from "./filter-form.js";
import { GrowingList } from "./growing-list.js";
import { loadJson, loadLunr } from "./load.js";
import { PlanItems } from "./plan-items.js";
import { municipalitySearch } from "./search-box.js";
import { Search } from "./search/client.js";
import { Notes } from "./search/notes.js";
import { Results } from "./search/results.js";
import { correctBadges, thisYear } from "./standing.js";

/** @typedef {import("./browse-state.js").State} State */
/** @typedef {import("./search/client.js").Found} Found */

/** Milliseconds without a key after which a search begins. */
const PAUSE = 150;
const SHORTEST = 3;
/** How many are shown at a time. */
const PLANS_STEP = 100;
const RESULTS_STEP = 10;

/**
 * @typedef {object} Texts
 * @property {Record<string, string>} standings labels of the badges
 * @property {Record<string, string>} themes
 * @property {Record<string, string>} search
 */

/**
 * @param {HTMLElement} root
 * @param {HTMLFormElement} searchForm
 * @param {Texts} texts
 */
export async function enhanceBrowse(root, searchForm, texts) {
  const part = (/** @type {string} */ name) =>
    /** @type {HTMLElement} */ (root.querySelector(`[data-${name}]`));
  const { dataset } = root;
  const year = thisYear();
  const data = withStanding(await loadJson(dataset.facets ?? ""), year);
  const places = await loadJson(searchForm.dataset.places ?? "");
  const facets = Object.keys(data.facets);
  const form = new FilterForm(/** @type {HTMLFormElement} */ (part("filters")));
  const list = new GrowingList(part("list"), part("more"));
  const plans = new PlanItems(
    part("list"),
    (dataset.pages ?? "").trim().split(/\s+/),
    Number(dataset.first),
    Number(dataset.onAPage),
    (item) => correctBadges(item, texts.standings),
  );
  const box = /** @type {HTMLInputElement} */ (searchForm.querySelector("input"));
  const titles = /** @type {HTMLInputElement} */ (part("titles").querySelector("input"));
  const order = /** @type {HTMLSelectElement} */ (root.querySelector("#sort"));
  const heading = part("heading");
  const notes = new Notes(part("notes"), texts.search);
  let state = readState(location.search, facets);
  let turn = 0;
  /** @type {Promise<Results> | undefined} */
  let results;

  async function openSearch() {
    const folder = dataset.search ?? "";
    const [manifest, findPlaces] = await Promise.all([
      loadJson(`${folder}manifest.json`),
      municipalitySearch(searchForm),
    ]);
    const search = new Search(folder, manifest, {
      loadJson,
      loadLunr: () => loadLunr(searchForm.dataset.lunr ?? ""),
      findPlaces,
    });
    return new Results(search, {
      data,
      year,
      standings: texts.standings,
      themes: texts.themes,
      plans: dataset.plans ?? "",
      more: texts.search.morePlaces,
      placeName: (code) => places[code][0],
    });
  }

  function openResults() {
    results ??= openSearch();
    results.catch(() => {
      results = undefined;
    });
    return results;
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

  /** @returns {Promise<[Found | undefined, Results | undefined]>} */
  async function ask() {
    if (!state.text) return [undefined, undefined];
    const opened = await openResults();
    return [await opened.search.find(state.text, state.titles, state.provider), opened];
  }

  async function show() {
    turn += 1;
    const mine = turn;
    const [found, opened] = await ask();
    if (mine !== turn) return;
    const scores = found?.scores ?? new Map();
    const isHit = (/** @type {number} */ at) => !found || scores.has(at);
    const by = state.sort || (found ? "relevance" : "municipality");
    const chosen = select(data, state.chosen, isHit);
    const positions = by === "relevance" && found
      ? found.plans.filter((plan) => chosen.includes(plan))
      : sort(data, chosen, by, scores);
    form.show(state.chosen, count(data, state.chosen, isHit));
    if (document.activeElement !== box) box.value = state.text;
    titles.checked = state.titles;
    part("titles").hidden = !state.text;
    const relevance = order.querySelector("option[value=relevance]");
    if (relevance) /** @type {HTMLOptionElement} */ (relevance).hidden = !state.text;
    order.value = by;
    notes.show(found, found ? opened?.search.placesIn(state.text) ?? [] : [], places);
    const text = title(positions.length);
    if (heading.textContent !== text) {
      heading.textContent = text;
      part("status").textContent = text;
    }
    part("clear").hidden = !state.text && !state.chosen.size;
    part("empty").hidden = positions.length > 0;
    if (part("static-pages")) part("static-pages").hidden = true;
    if (found && opened) {
      await list.show(positions, RESULTS_STEP, (some) => opened.items(some, found));
    } else {
      await list.show(positions, PLANS_STEP, (some) => plans.items(some));
    }
  }

  /** Shows what the state says, or says that the network is gone. */
  async function showOrSay() {
    try {
      await show();
    } catch {
      notes.failed();
    }
  }

  /**
   * @param {Partial<State>} change
   * @param {boolean} typing whether the address is only corrected
   */
  function go(change, typing = false) {
    state = { ...state, ...change };
    const address = `${location.pathname}${writeState(state)}`;
    if (typing) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    return showOrSay();
  }

  /** @param {string} code */
  function narrowTo(code) {
    form.addOption("municipality", code, places[code][0]);
    const chosen = new Map(state.chosen).set("municipality", new Set([code]));
    return go({ text: "", chosen });
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  box.addEventListener("input", () => {
    clearTimeout(pause);
    const text = box.value.trim();
    if (text.length >= SHORTEST || (!text && state.text)) {
      pause = setTimeout(() => void go({ text, sort: "" }, true), PAUSE);
    }
  });
  form.form.addEventListener("change", () => void go({ chosen: form.chosen() }));
  form.form.addEventListener("submit", (event) => event.preventDefault());
  titles.addEventListener("change", () => void go({ titles: titles.checked }));
  order.addEventListener("change", () => void go({ sort: order.value }));
  part("notes").addEventListener("click", (event) => {
    const { place } = /** @type {HTMLElement} */ (event.target).dataset;
    if (place) void narrowTo(place).then(() => heading.focus());
  });
  part("clear").addEventListener("click", () => {
    box.value = "";
    void go({ text: "", chosen: new Map(), provider: "" }).then(() => heading.focus());
  });
  searchForm.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    void go({ text: box.value.trim(), sort: "" });
  });
  searchForm.addEventListener("choose", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    void narrowTo(/** @type {CustomEvent<string>} */ (event).detail);
  });
  addEventListener("popstate", () => {
    state = readState(location.search, facets);
    void showOrSay();
  });

  for (const code of state.chosen.get("municipality") ?? []) {
    if (places[code]) form.addOption("municipality", code, places[code][0]);
  }
  await showOrSay();
  form.form.hidden = false;
  part("tools").hidden = false;
  dataset.ready = "";
}

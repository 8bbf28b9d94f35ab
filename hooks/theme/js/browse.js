// The list of plans with its search box, facets and order; the state is in the address.

import { readState, writeState } from "./browse-state.js";
import { addCompareLinks } from "./compare-links.js";
import { count, select, sort, withStanding } from "./facets.js";
import { FilterForm } from "./filter-form.js";
import { GrowingList } from "./growing-list.js";
import { ListHeading } from "./list-heading.js";
import { LoadError, loadJson } from "./load.js";
import { PlanItems } from "./plan-items.js";
import { Notes } from "./search/notes.js";
import { openSearch } from "./search/opening.js";
import { correctBadges, thisYear } from "./standing.js";
import { TypedText } from "./typed-text.js";

/** @typedef {import("./browse-state.js").State} State */
/** @typedef {import("./search/client.js").Found} Found */
/** @typedef {import("./texts.js").Texts} Texts */
/** @typedef {import("./search/client.js").Provider} Provider */

/** How many are shown at a time. */
const PLANS_STEP = 100;
const RESULTS_STEP = 10;

/**
 * @param {HTMLElement} root
 * @param {HTMLFormElement} searchForm
 * @param {Texts} texts
 */
export async function enhanceBrowse(root, searchForm, texts) {
  const part = (/** @type {string} */ name) =>
    /** @type {HTMLElement} */ (root.querySelector(`[data-${name}]`));
  const { dataset } = root;
  const field = /** @type {HTMLInputElement} */ (searchForm.querySelector("input"));
  if (!field.value) field.value = readState(location.search, []).text;
  const year = thisYear();
  const notes = new Notes(part("notes"), texts.search);
  const heading = new ListHeading(part("heading"), part("status"));
  let loaded;
  /** @type {import("./search-box.js").Places} */
  let places;
  try {
    [loaded, places] = await Promise.all([
      loadJson(dataset.facets ?? ""),
      loadJson(searchForm.dataset.places ?? ""),
    ]);
  } catch (error) {
    if (!(error instanceof LoadError)) throw error;
    // The list stays as it is on the page, with its own links.
    heading.say(notes.failed());
    return;
  }
  const data = withStanding(loaded, year);
  const facets = Object.keys(data.facets);
  const form = new FilterForm(/** @type {HTMLFormElement} */ (part("filters")));
  const list = new GrowingList(part("list"), part("more"), sayFailed);
  const plans = new PlanItems(
    part("list"),
    (dataset.pages ?? "").trim().split(/\s+/),
    Number(dataset.first),
    Number(dataset.onAPage),
    (item) => {
      correctBadges(item, texts.standings);
      addCompareLinks([item]);
    },
  );
  const titles = /** @type {HTMLInputElement} */ (part("titles").querySelector("input"));
  const order = /** @type {HTMLSelectElement} */ (root.querySelector("#sort"));
  const everywhere = { text: "", chosen: new Map(), titles: false, provider: "" };
  let state = readState(location.search, facets);
  let turn = 0;
  /** @type {Promise<import("./search/results.js").Results> | undefined} */
  let results;

  function openResults() {
    results ??= openSearch(dataset.search ?? "", searchForm, {
      data,
      year,
      standings: texts.standings,
      themes: texts.themes,
      plans: dataset.plans ?? "",
      more: texts.search.morePlaces,
      placeName: (code) => places[code][0],
    });
    results.catch(() => {
      results = undefined;
    });
    return results;
  }

  /** @param {string} provider name of the one whose plans alone are searched, or empty */
  function filters(provider) {
    const typed = state.text && texts.search.quoted.replace("{text}", () => state.text);
    return [provider, typed, ...form.labels(state.chosen)].filter(Boolean);
  }

  /** @returns {Promise<{ opened?: Awaited<typeof results>, found?: Found, provider?: Provider }>} */
  async function ask() {
    const { text, titles: inTitles, provider } = state;
    if (!text && !provider) return {};
    const opened = await openResults();
    return {
      opened,
      found: text ? await opened.search.find(text, inTitles, provider) : undefined,
      provider: provider ? await opened.search.provider(provider) : undefined,
    };
  }

  async function show() {
    turn += 1;
    const mine = turn;
    const { opened, found, provider } = await ask();
    if (mine !== turn) return;
    const scores = found?.scores ?? new Map();
    const isHit = (/** @type {number} */ at) =>
      found ? scores.has(at) : !provider || provider.plans.has(at);
    const usual = found ? "relevance" : "municipality";
    const by = (found || state.sort !== "relevance") && state.sort || usual;
    const chosen = select(data, state.chosen, isHit);
    const isChosen = new Set(chosen);
    const positions = by === "relevance" && found
      ? found.plans.filter((plan) => isChosen.has(plan))
      : sort(data, chosen, by, scores);
    const [step, make] = found && opened
      ? [RESULTS_STEP, (/** @type {number[]} */ some) => opened.items(some, found)]
      : [PLANS_STEP, (/** @type {number[]} */ some) => plans.items(some)];
    const items = await make(positions.slice(0, step));
    // Nothing changes until all of it is here: what is shown always belongs together.
    if (mine !== turn) return;
    list.show(items, positions, step, make);
    form.show(state.chosen, count(data, state.chosen, isHit));
    titles.checked = state.titles;
    part("titles").hidden = !state.text;
    const relevance = order.querySelector("option[value=relevance]");
    if (relevance) /** @type {HTMLOptionElement} */ (relevance).hidden = !state.text;
    order.value = by;
    const named = found && opened ? opened.search.placesIn(state.text) : [];
    const noted = notes.show(found, state.text, items, named.flatMap((place) => {
      const isChosen = state.chosen.get(place.facet)?.has(place.code);
      return isChosen ? [] : [{ ...place, name: nameOf(place.facet, place.code) }];
    }));
    heading.show(positions.length, filters(provider?.name ?? ""), noted);
    part("clear").hidden = !state.text && !state.chosen.size && !state.provider;
    part("empty").hidden = positions.length > 0;
    if (part("static-pages")) part("static-pages").hidden = true;
  }

  function sayFailed() {
    heading.say(notes.failed());
  }

  /** Shows what the state says, or says that the network is gone. */
  async function showOrSay() {
    const mine = turn + 1;
    try {
      await show();
    } catch (error) {
      if (!(error instanceof LoadError)) throw error;
      if (mine === turn) sayFailed();
    }
  }

  /**
   * @param {Partial<State>} change
   * @param {boolean} typing whether the address is only corrected
   */
  function go(change, typing = false) {
    state = { ...state, ...change };
    const address = `${location.pathname}${writeState(state)}`;
    const isHere = address === `${location.pathname}${location.search}`;
    if (typing || isHere) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    return showOrSay();
  }

  /**
   * @param {string} facet
   * @param {string} code
   */
  function nameOf(facet, code) {
    return facet === "municipality" ? places[code][0] : form.label(facet, code);
  }

  /**
   * @param {string} facet
   * @param {string} code
   * @param {string} [text] what is still searched for
   */
  function narrowTo(facet, code, text = "") {
    form.addOption(facet, code, nameOf(facet, code));
    const chosen = new Map(state.chosen).set(facet, new Set([code]));
    box.write(text);
    return go({ text, chosen });
  }

  const box = new TypedText(field, () => state.text, (text) => void go({ text, sort: "" }, true));
  form.form.addEventListener("change", () => void go({ chosen: form.chosen() }));
  form.form.addEventListener("submit", (event) => event.preventDefault());
  titles.addEventListener("change", () => void go({ titles: titles.checked }));
  order.addEventListener("change", () => void go({ sort: order.value }));
  part("notes").addEventListener("click", (event) => {
    const { facet, code, rest } = /** @type {HTMLElement} */ (event.target).dataset;
    if (facet && code) void narrowTo(facet, code, rest).then(() => heading.element.focus());
  });
  part("clear").addEventListener("click", () => {
    box.write("");
    void go(everywhere).then(() => heading.element.focus());
  });
  searchForm.addEventListener("submit", (event) => {
    event.preventDefault();
    void go({ text: box.take(), sort: "" });
  });
  searchForm.addEventListener("choose", (event) => {
    event.preventDefault();
    void narrowTo("municipality", /** @type {CustomEvent<string>} */ (event).detail);
  });
  addEventListener("popstate", () => {
    state = readState(location.search, facets);
    box.write(state.text);
    void showOrSay();
  });

  for (const code of state.chosen.get("municipality") ?? []) {
    if (Object.hasOwn(places, code)) form.addOption("municipality", code, places[code][0]);
  }
  await showOrSay();
  // What was typed before the list could listen.
  box.look();
  form.form.hidden = false;
  part("tools").hidden = false;
  dataset.ready = "";
}

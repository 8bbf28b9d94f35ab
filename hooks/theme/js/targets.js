// A theme's page: all targets of the theme, filtered and in full; the state is in the address.

import { readState, writeState } from "./browse-state.js";
import { count, select, withStanding } from "./facets.js";
import { FilterForm } from "./filter-form.js";
import { GrowingList } from "./growing-list.js";
import { ListHeading } from "./list-heading.js";
import { LoadError, loadJson } from "./load.js";
import { loadPlan } from "./plan-page.js";
import { thisYear } from "./standing.js";
import { targetCard } from "./target-card.js";
import { texts } from "./texts.js";

/** @typedef {import("./facets.js").FacetData} FacetData */

/**
 * What hooks/kuntakesu/exports/themes.py makes.
 * @typedef {object} ThemeData
 * @property {string[]} parts
 * @property {[position: number, name: string, targets: number[]][]} plans
 */

/** How many are shown at a time; those of a plan come with its page. */
const STEP = 10;
const HAS = "1";
const KEPT = ["region", "level", "period"];

/** @param {HTMLElement} root */
async function enhanceTargets(root) {
  const part = (/** @type {string} */ name) =>
    /** @type {HTMLElement} */ (root.querySelector(`[data-${name}]`));
  const { facets: facetFile = "", targets: file = "", plans: folder = "", theme = "" } = root.dataset;
  /** @type {Record<string, string>} */
  const labels = JSON.parse(root.dataset.labels ?? "{}");
  const heading = new ListHeading(part("heading"), part("status"));
  const form = new FilterForm(/** @type {HTMLFormElement} */ (part("filters")));
  const list = new GrowingList(part("list"), part("more"), sayFailed);
  /** @type {FacetData} */
  let data;
  /** @type {[plan: string, place: number][]} by target */
  let places;
  let turn = 0;

  function sayFailed() {
    heading.say([labels.failed]);
  }

  /** @param {number[]} positions */
  async function items(positions) {
    const names = [...new Set(positions.map((at) => places[at][0]))];
    const plans = await Promise.all(names.map((name) => loadPlan(folder, name)));
    return positions.flatMap((at) => {
      const [name, place] = places[at];
      const plan = plans[names.indexOf(name)];
      const found = plan.sections.filter((section) => section.theme === theme);
      const target = found.flatMap(({ targets }) => targets)[place];
      return target ? [targetCard(plan, target, labels, texts.standings)] : [];
    });
  }

  async function show() {
    turn += 1;
    const mine = turn;
    const { chosen } = readState(location.search, Object.keys(data.facets));
    const positions = select(data, chosen, () => true);
    form.show(chosen, count(data, chosen, () => true));
    try {
      const first = await items(positions.slice(0, STEP));
      if (mine !== turn) return;
      list.show(first, positions, STEP, items);
    } catch (error) {
      if (!(error instanceof LoadError)) throw error;
      if (mine === turn) sayFailed();
      return;
    }
    heading.show(positions.length, form.labels(chosen), []);
    part("static").hidden = true;
    part("clear").hidden = !chosen.size;
    for (const name of ["heading", "list"]) part(name).hidden = false;
  }

  /** @param {import("./facets.js").Chosen} chosen */
  function go(chosen) {
    const state = { text: "", chosen, sort: "", titles: false, provider: "" };
    history.pushState(null, "", `${location.pathname}${writeState(state)}`);
    return show();
  }

  try {
    const [facets, themed] = await Promise.all([loadJson(facetFile), loadJson(file)]);
    data = withStanding(ofTargets(facets, themed), thisYear());
    places = themed.plans.flatMap((/** @type {ThemeData["plans"][0]} */ [, name, targets]) =>
      targets.map((_, place) => [name, place]));
  } catch (error) {
    if (!(error instanceof LoadError)) throw error;
    // The page stays as it came, with its own links.
    sayFailed();
    return;
  }
  form.form.addEventListener("change", () => void go(form.chosen()));
  form.form.addEventListener("submit", (event) => event.preventDefault());
  part("clear").addEventListener("click", () => {
    void go(new Map()).then(() => heading.element.focus());
  });
  addEventListener("popstate", () => void show());
  await show();
  form.form.hidden = false;
  root.dataset.ready = "";
}

/**
 * The facets of plans as facets of their targets, and for each part whether the target has it.
 * @param {FacetData} plans
 * @param {ThemeData} themed
 * @returns {FacetData}
 */
function ofTargets(plans, themed) {
  const all = themed.plans.flatMap(([at, , targets]) => targets.map((bits) => ({ at, bits })));
  const facets = KEPT.filter((facet) => facet in plans.facets).map((facet) =>
    [facet, all.map(({ at }) => plans.facets[facet][at])]);
  const parts = themed.parts.map((kind, place) =>
    [kind, all.map(({ bits }) => (bits & (1 << place) ? [HAS] : []))]);
  return {
    start: all.map(({ at }) => plans.start[at]),
    end: all.map(({ at }) => plans.end[at]),
    status: all.map(({ at }) => plans.status[at]),
    facets: Object.fromEntries([...facets, ...parts]),
  };
}

const root = /** @type {HTMLElement | null} */ (document.querySelector("[data-targets]"));
if (root) void enhanceTargets(root);

// Plans side by side: a table of what each has, then their targets theme by theme.

import { fill, make, makeLink, markLanguage } from "./elements.js";
import { periodOf, standingOf, thisYear } from "./standing.js";

/** @typedef {import("./plan-page.js").Plan} Plan */
/** @typedef {import("./plan-page.js").Section} Section */
/** @typedef {import("./plan-page.js").Target} Target */
/** @typedef {Target & { plan: Plan, theme: string }} Placed */

/**
 * @typedef {object} Said
 * @property {Record<string, string>} labels
 * @property {[code: string, name: string][]} themes
 * @property {string[]} parts
 * @property {Record<string, string>} standings
 */

/** What is shown of a target that is not shown in full. */
const BRIEF = ["goals", "indicators"];

export class Comparison {
  /** @type {{ targets: Placed[], sections: Section[] }[]} by plan */
  #held;
  /** @type {Map<Placed, { kind: string, other?: Placed }>} */
  #fates = new Map();

  /**
   * @param {Plan[]} plans
   * @param {Said} said
   */
  constructor(plans, said) {
    this.plans = plans;
    this.said = said;
    this.#held = plans.map((plan) => ({
      sections: plan.sections,
      targets: plan.sections.flatMap(({ theme, targets }) =>
        targets.map((target) => ({ ...target, plan, theme }))),
    }));
    for (const plan of plans) this.#learn(plan);
  }

  /**
   * @param {(plan: Plan) => Node} remove makes a control that takes a plan away
   * @returns {HTMLElement[]}
   */
  elements(remove) {
    const themes = this.said.themes.map(([theme]) => theme).filter((theme) =>
      this.#held.some(({ sections }) => sections.some((one) => one.theme === theme)));
    const note = this.#fates.size ? [make("p", "kk-notice", this.said.labels.suggestion)] : [];
    return [this.#table(remove), ...note, ...themes.flatMap((theme) => this.#theme(theme)), ...this.#rest()];
  }

  /**
   * Takes up what a plan's page tells of the targets of the plan before, if that is here too.
   * @param {Plan} plan
   */
  #learn(plan) {
    const [now, was] = [plan.name, plan.previous].map((name) => this.#targets(name));
    if (!was.size) return;
    for (const fate of plan.fates) {
      const [later, earlier] = [now.get(fate.now), was.get(fate.was)];
      if (later) this.#fates.set(later, { kind: fate.kind, other: earlier });
      // Two periods may follow each other twice; a target's own plan has the say on it.
      if (earlier && !this.#fates.has(earlier)) {
        this.#fates.set(earlier, { kind: fate.kind, other: later });
      }
    }
  }

  /** @param {string} name */
  #targets(name) {
    const held = this.#held[this.plans.findIndex((plan) => plan.name === name)];
    return new Map((held?.targets ?? []).map((target) => [target.anchor, target]));
  }

  /** @param {(plan: Plan) => Node} remove */
  #table(remove) {
    const { labels, themes, parts, standings } = this.said;
    const year = thisYear();
    const head = make("tr", "", make("td", "", labels.plan));
    for (const plan of this.plans) {
      const cell = make("th", "", makeLink(plan.address, plan.language, plan.title), " ", remove(plan));
      cell.scope = "col";
      head.append(cell);
    }
    const rows = [
      this.#row(labels.provider, ({ provider }) => provider),
      this.#row(labels.period, (plan) => {
        const standing = standingOf(plan.status, plan.start, plan.end, year);
        return `${periodOf(plan)} (${standings[standing] ?? standing})`;
      }),
      ...themes.map(([theme, name]) => this.#row(name, (_, at) => this.#extent(at, theme))),
      this.#row(labels.targets, (_, at) => String(this.#held[at].targets.length)),
      ...parts.map((kind) => this.#row(fill(labels.stating, { part: labels[`part.${kind}`] }), (_, at) =>
        this.#stating(at, kind))),
    ];
    const table = make("table", "kk-table kk-compare__table", make("thead", "", head), make("tbody", "", ...rows));
    const scroller = make("div", "kk-compare__scroller", table);
    scroller.tabIndex = 0;
    scroller.setAttribute("role", "region");
    scroller.setAttribute("aria-label", labels.plan);
    return scroller;
  }

  /**
   * @param {string} heading
   * @param {(plan: Plan, at: number) => string} value
   */
  #row(heading, value) {
    const cell = make("th", "", heading);
    cell.scope = "row";
    return make("tr", "", cell, ...this.plans.map((plan, at) => make("td", "", value(plan, at))));
  }

  /**
   * How much a plan has on a theme.
   * @param {number} at
   * @param {string} theme
   */
  #extent(at, theme) {
    const { labels } = this.said;
    const found = this.#held[at].sections.filter((section) => section.theme === theme);
    const count = found.flatMap(({ targets }) => targets).length;
    if (!found.length) return labels.noTheme;
    return count ? `${labels.targets}: ${count}` : labels.textOnly;
  }

  /**
   * How many of a plan's targets state a part.
   * @param {number} at
   * @param {string} kind
   */
  #stating(at, kind) {
    const { targets } = this.#held[at];
    const count = targets.filter(({ parts }) => parts.some((part) => part.kind === kind)).length;
    if (!count) return this.said.labels.missingHere;
    return fill(this.said.labels.of, { count, all: targets.length });
  }

  /** @param {string} theme */
  #theme(theme) {
    const rows = this.#isPaired() ? this.#pairs(theme) : [this.plans.map((_, at) => this.#under(theme, at))];
    // What was here is told where it went.
    if (!rows.length) return [];
    const heading = make("h2", "", this.#name(theme));
    const lines = rows.map((cells) =>
      make("div", "kk-compare__row", ...cells.map((targets, at) => this.#cell(theme, at, targets))));
    const made = make("section", `kk-compare__theme kk-theme--${theme}`, heading, ...lines);
    made.style.setProperty("--kk-columns", String(this.plans.length));
    return [made];
  }

  /** @param {string} theme */
  #name(theme) {
    return new Map(this.said.themes).get(theme) ?? "";
  }

  /** Whether these are two periods whose targets can stand beside each other. */
  #isPaired() {
    return this.plans.length === 2 && this.#fates.size > 0;
  }

  /**
   * @param {string} theme
   * @param {number} at
   */
  #under(theme, at) {
    return this.#held[at].targets.filter((target) => target.theme === theme);
  }

  /**
   * Rows of two plans: each later target beside the earlier one it comes of, then what left.
   * @param {string} theme
   * @returns {Placed[][][]}
   */
  #pairs(theme) {
    const later = this.plans[1].previous === this.plans[0].name ? 1 : 0;
    const rows = this.#under(theme, later).map((target) => {
      const other = this.#fates.get(target)?.other;
      const pair = [[target], other ? [other] : []];
      return later ? pair.reverse() : pair;
    });
    const gone = this.#under(theme, 1 - later).filter((target) => !this.#fates.get(target)?.other);
    rows.push(...gone.map((target) => (later ? [[target], []] : [[], [target]])));
    const isBare = !rows.length && !this.#held.some((_, at) => this.#under(theme, at).length);
    return isBare ? [[[], []]] : rows;
  }

  /**
   * @param {string} theme
   * @param {number} at
   * @param {Placed[]} targets
   */
  #cell(theme, at, targets) {
    const plan = this.plans[at];
    const name = make("h3", "kk-compare__plan", `${plan.provider} ${periodOf(plan)}`);
    const extent = this.#extent(at, theme);
    const none = this.#under(theme, at).length ? this.said.labels.noCounterpart : extent;
    const content = targets.length
      ? targets.map((target) => this.#target(target, theme))
      : [make("p", "kk-muted", none)];
    return make("div", "kk-compare__cell", name, ...content);
  }

  /**
   * @param {Placed} target
   * @param {string} theme of the section that it is shown in
   */
  #target(target, theme) {
    const { labels } = this.said;
    const { plan } = target;
    const fate = this.#fates.get(target);
    const heading = make("h4", "", makeLink(`${plan.address}#${target.anchor}`, plan.language, target.title));
    const made = make("article", "kk-compare__target");
    if (fate) made.append(make("p", `kk-fate kk-fate--${fate.kind}`, labels[`fate.${fate.kind}`]));
    made.append(heading);
    if (target.theme !== theme) {
      made.append(make("p", "kk-muted", fill(labels.elsewhere, { theme: this.#name(target.theme) })));
    }
    const hasGoals = target.parts.some(({ kind }) => BRIEF.includes(kind));
    target.parts.forEach(({ kind, content }, at) => {
      const label = kind ? [make("p", "kk-part__label", labels[`part.${kind}`] ?? kind), " "] : [];
      markLanguage(content, plan.language);
      const part = make("div", "kk-compare__part", make("div", "", ...label, content));
      if (hasGoals ? BRIEF.includes(kind) : at === 0) part.dataset.brief = "";
      made.append(part);
    });
    return made;
  }

  /** The headings of what is under no theme. */
  #rest() {
    const found = this.#held.map(({ sections }) => sections.filter(({ theme }) => !theme));
    if (!found.some((sections) => sections.length)) return [];
    const cells = found.map((sections, at) => {
      const plan = this.plans[at];
      const links = sections.map(({ anchor, title }) =>
        make("li", "", makeLink(`${plan.address}#${anchor}`, plan.language, title)));
      const name = make("h3", "kk-compare__plan", `${plan.provider} ${periodOf(plan)}`);
      const list = links.length ? make("ul", "", ...links) : make("p", "kk-muted", this.said.labels.missingHere);
      return make("div", "kk-compare__cell", name, list);
    });
    const row = make("div", "kk-compare__row", ...cells);
    const made = make("section", "kk-compare__theme", make("h2", "", this.said.labels.rest), row);
    made.style.setProperty("--kk-columns", String(this.plans.length));
    return [made];
  }
}

// The results of a search as elements: plans, and in each the passages that fit.

import { compareLink } from "../compare-links.js";
import { standingOf } from "../standing.js";

/** @typedef {import("./client.js").Search} Search */
/** @typedef {import("./client.js").Found} Found */
/** @typedef {import("./excerpt.js").Excerpt} Excerpt */
/** @typedef {import("./portions.js").Portion} Portion */
/** @typedef {import("./client.js").Seen} Seen */

/**
 * @typedef {object} Surroundings
 * @property {import("../facets.js").FacetData} data
 * @property {number} year
 * @property {Record<string, string>} standings labels
 * @property {Record<string, string>} themes labels
 * @property {string} plans the address of plans, with a slash at the end
 * @property {string} more text for "and {count} more municipalities"
 * @property {(code: string) => string} placeName
 */

const MOST_PLACES = 3;

export class Results {
  /**
   * @param {Search} search
   * @param {Surroundings} surroundings
   */
  constructor(search, surroundings) {
    this.search = search;
    this.surroundings = surroundings;
  }

  /**
   * The elements of plans, with their excerpts.
   * @param {number[]} plans positions
   * @param {Found} found
   * @returns {Promise<HTMLElement[]>}
   */
  items(plans, found) {
    return Promise.all(
      plans.map(async (plan) => this.#item(plan, await this.search.excerpts(plan, found))),
    );
  }

  /**
   * @param {number} plan
   * @param {Seen} seen
   */
  #item(plan, seen) {
    const { plans } = this.surroundings;
    const { portion, title: name, excerpts } = seen;
    const item = element("li", "kk-plan");
    item.dataset.plan = portion.name;
    const title = element("h3", "kk-plan__title");
    const address = `${plans}${portion.name}/`;
    const lead = link(address, portion.language);
    lead.append(...marked(name));
    title.append(lead);
    const list = element("ul", "kk-excerpts");
    list.lang = portion.language;
    list.append(...excerpts.map((excerpt) => this.#excerpt(address, excerpt)));
    item.append(title, this.#facts(plan, portion), list);
    return item;
  }

  /**
   * @param {number} plan
   * @param {Portion} portion
   */
  #facts(plan, { name, municipalities }) {
    const { data, year, standings, placeName, more } = this.surroundings;
    const [start, end] = [data.start[plan], data.end[plan]];
    const standing = standingOf(data.status[plan], start, end, year);
    const facts = element("p", "kk-plan__facts");
    const places = municipalities.slice(0, MOST_PLACES).map(placeName).join(", ");
    const rest = municipalities.length - MOST_PLACES;
    facts.append(
      element("span", `kk-badge kk-badge--${standing}`, standings[standing] ?? standing),
      element("span", "", start === end ? String(start) : `${start}–${end}`),
      element("span", "", rest > 0 ? `${places} ${more.replace("{count}", String(rest))}` : places),
      compareLink(name),
    );
    return facts;
  }

  /**
   * @param {string} address
   * @param {Excerpt} excerpt
   */
  #excerpt(address, { anchor, theme, heading, text }) {
    const item = element("li", theme ? `kk-theme--${theme}` : "");
    if (anchor) {
      const where = link(`${address}#${anchor}`, "");
      where.append(...marked(heading));
      item.append(where);
      const label = this.surroundings.themes[theme];
      if (label && label !== where.textContent) {
        const named = element("span", "kk-excerpts__theme", label);
        named.lang = document.documentElement.lang;
        item.append(" ", named);
      }
    }
    const stretch = element("p", "");
    stretch.append(...marked(text));
    item.append(stretch);
    return item;
  }
}

/** @param {import("./excerpt.js").Stretch[]} stretches */
function marked(stretches) {
  return stretches.map(({ text, marked: isMarked }) => (isMarked ? element("mark", "", text) : text));
}

/**
 * @param {string} address
 * @param {string} language of its text; empty where that is the surroundings'
 */
function link(address, language) {
  const made = document.createElement("a");
  made.href = address;
  if (language && language !== document.documentElement.lang) made.lang = language;
  return made;
}

/**
 * @param {string} tag
 * @param {string} className
 * @param {string} [text]
 */
function element(tag, className, text = "") {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

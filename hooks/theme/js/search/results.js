// The results of a search as elements: plans, and in each the passages that fit.

import { compareLink } from "../compare-links.js";
import { badge, fill, make, makeLink } from "../elements.js";
import { periodOf, standingOf } from "../standing.js";

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
    const address = `${plans}${portion.name}/`;
    const lead = makeLink(address, portion.language, ...marked(name));
    const found = excerpts.map((excerpt) => this.#excerpt(address, excerpt));
    const list = make("ul", "kk-excerpts", ...found);
    list.lang = portion.language;
    const title = make("h3", "kk-plan__title", lead);
    const item = make("li", "kk-plan", title, this.#facts(plan, portion), list);
    item.dataset.plan = portion.name;
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
    const facts = make("p", "kk-plan__facts");
    const places = municipalities.slice(0, MOST_PLACES).map(placeName).join(", ");
    const rest = municipalities.length - MOST_PLACES;
    facts.append(
      badge(standing, standings),
      make("span", "", periodOf({ start, end })),
      make("span", "", rest > 0 ? `${places} ${fill(more, { count: rest })}` : places),
      compareLink(name),
    );
    return facts;
  }

  /**
   * @param {string} address
   * @param {Excerpt} excerpt
   */
  #excerpt(address, { anchor, theme, heading, text }) {
    const item = make("li", theme ? `kk-theme--${theme}` : "");
    if (anchor) {
      const where = makeLink(`${address}#${anchor}`, "", ...marked(heading));
      item.append(where);
      const label = this.surroundings.themes[theme];
      if (label && label !== where.textContent) {
        const named = make("span", "kk-excerpts__theme", label);
        named.lang = document.documentElement.lang;
        item.append(" ", named);
      }
    }
    item.append(make("p", "", ...marked(text)));
    return item;
  }
}

/** @param {import("./excerpt.js").Stretch[]} stretches */
function marked(stretches) {
  return stretches.map(({ text, marked: isMarked }) => (isMarked ? make("mark", "", text) : text));
}

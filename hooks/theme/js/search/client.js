// The search: plans that fit what somebody asks for, best first, and excerpts of them.

import { fold } from "../municipality-names.js";
import { excerptsOf, markedText } from "./excerpt.js";
import { exactly, lookUp } from "./lookup.js";
import { serialise } from "./lunr-index.js";
import { PagedIndex } from "./pages.js";
import { readQuery } from "./query.js";

/** @typedef {import("../municipality-search.js").Match} Match */
/** @typedef {import("./lookup.js").Meanings} Meanings */
/** @typedef {import("./excerpt.js").Fragment} Fragment */
/** @typedef {import("./excerpt.js").Excerpt} Excerpt */

/**
 * @typedef {object} Found
 * @property {number[]} plans positions in the catalogue, best first
 * @property {Map<number, number>} scores
 * @property {"all" | "any"} mode whether each plan has all the words, or just some
 * @property {Meanings[]} words
 * @property {string[]} phrases
 */

/**
 * @typedef {object} Provider
 * @property {string} name
 * @property {Set<number>} plans positions
 */

/**
 * @typedef {object} Seen what a result shows of a plan
 * @property {Fragment} fragment
 * @property {import("./excerpt.js").Stretch[]} title
 * @property {Excerpt[]} excerpts
 *
 * @typedef {object} Means what the search needs of its surroundings
 * @property {(address: string) => Promise<any>} loadJson
 * @property {() => Promise<typeof import("lunr")>} loadLunr
 * @property {(text: string) => Match[]} findPlaces municipalities that a text may name
 */

/** The field of the parts of compounds. */
const OF_PARTS = "part";
const IN_TITLES = ["title", "place", "heading"];
const SURE = new Set(["name", "form", "former"]);
/** Plans that are read to see whether they have a phrase. */
const MOST_READ = 100;

export class Search {
  /**
   * @param {string} folder address of the files, with a slash at the end
   * @param {import("./pages.js").Manifest} manifest
   * @param {Means} means
   */
  constructor(folder, manifest, means) {
    this.manifest = manifest;
    this.means = means;
    /** @type {(name: string) => Promise<any>} */
    this.load = (name) => means.loadJson(`${folder}${name}.json`);
    this.index = new PagedIndex(manifest, this.load);
  }

  /**
   * @param {string} text
   * @param {boolean} titlesOnly
   * @param {string} provider the folder of a provider whose plans alone are searched, or empty
   * @returns {Promise<Found>}
   */
  async find(text, titlesOnly = false, provider = "") {
    const query = readQuery(text);
    const lunr = await this.means.loadLunr();
    const wanted = this.#wanted(text, query);
    const words = await Promise.all(
      wanted.map((word) => lookUp(this.index, word, this.#names(word.text))),
    );
    const entries = new Map(
      words.flatMap(({ meant }) => meant.map(({ entry }) => [entry.term, entry])),
    );
    const index = lunr.Index.load(serialise(lunr.version, this.manifest, [...entries.values()]));
    const all = titlesOnly ? IN_TITLES : this.manifest.fields.map(([name]) => name);
    const whole = all.filter((name) => name !== OF_PARTS);
    const results = index.query((ask) => {
      words.forEach(({ meant }, at) => {
        const fields = wanted[at].isInPhrase ? whole : all;
        for (const { entry, boost } of meant) {
          ask.term(entry.term, { boost, fields, usePipeline: false });
        }
      });
    });
    const [excluded, within] = await Promise.all([
      this.#having(query.excluded),
      provider ? this.#plansOf(provider) : new Set(),
    ]);
    const counted = results
      .map(({ ref, score, matchData }) => ({
        plan: Number(ref),
        score,
        fitting: words.filter(({ meant }) =>
          meant.some(({ entry }) => entry.term in matchData.metadata)).length,
      }))
      .filter(({ plan }) => !excluded.has(plan) && (!provider || within.has(plan)));
    const fitting = counted.filter((one) => one.fitting === words.length);
    const chosen = fitting.length ? fitting : counted.sort((a, b) => b.fitting - a.fitting || b.score - a.score);
    const kept = query.phrases.length ? await this.#withPhrases(chosen, query.phrases, titlesOnly) : chosen;
    return {
      plans: kept.map(({ plan }) => plan),
      scores: new Map(kept.map(({ plan, score }) => [plan, score])),
      mode: fitting.length || words.length < 2 ? "all" : "any",
      words,
      phrases: query.phrases,
    };
  }

  /**
   * The provider with a folder: its name, and the positions of its plans.
   * @param {string} folder
   * @returns {Promise<Provider>}
   */
  async provider(folder) {
    const plans = await this.#plansOf(folder);
    const [first] = plans;
    return { name: plans.size ? (await this.#fragment(first)).provider : folder, plans };
  }

  /**
   * A plan's names and its best passages for what was found.
   * @param {number} plan
   * @param {Found} found
   * @returns {Promise<Seen>}
   */
  async excerpts(plan, found) {
    const fragment = await this.#fragment(plan);
    return {
      fragment,
      title: markedText(fragment.title, found),
      excerpts: excerptsOf(fragment, found),
    };
  }

  /**
   * Codes of the municipalities that a text names beyond doubt.
   * @param {string} text
   */
  placesIn(text) {
    return this.means.findPlaces(text).filter(({ how }) => SURE.has(how)).map(({ code }) => code);
  }

  /** @param {number} plan */
  async #fragment(plan) {
    const { tables, inATable } = this.manifest;
    const { plans } = await this.load(tables[Math.floor(plan / inATable)]);
    return /** @type {Promise<Fragment>} */ (this.load(plans[plan % inATable]));
  }

  /**
   * The words to look up: a name of several words, such as S:t Michel, is one.
   * @param {string} text
   * @param {import("./query.js").Query} query
   * @returns {import("./query.js").Word[]}
   */
  #wanted(text, { words, phrases }) {
    const isName = words.length > 1 && !phrases.length && this.placesIn(text).length > 0;
    return isName ? [{ text: fold(text), isBeginning: false, isInPhrase: false }] : words;
  }

  /**
   * Terms of the municipalities that a text is a form of a name of.
   * @param {string} text
   */
  #names(text) {
    const sure = this.means.findPlaces(text).filter(({ how }) => SURE.has(how));
    return sure.flatMap(({ nameFi, nameSv }) => [nameFi, nameSv].map((name) => fold(name).split(" ")[0]));
  }

  /** @param {string} folder of a provider */
  #plansOf(folder) {
    // No reader's word begins with this sign, so that only the folder itself is meant.
    return this.#having([`@${folder}`]);
  }

  /** @param {string[]} words */
  async #having(words) {
    const meanings = await exactly(this.index, words);
    /** @type {Set<number>} */
    const plans = new Set();
    for (const { entry } of meanings) {
      for (const field of entry.postings) {
        for (let at = 1; at < field.length; at += 2) plans.add(field[at]);
      }
    }
    return plans;
  }

  /**
   * @template {{ plan: number }} T
   * @param {T[]} results
   * @param {string[]} phrases
   * @param {boolean} titlesOnly
   */
  async #withPhrases(results, phrases, titlesOnly) {
    const read = await Promise.all(results.slice(0, MOST_READ).map(async (result) => {
      const { title, passages } = await this.#fragment(result.plan);
      const texts = [title, ...passages.flatMap(([heading, , , text]) =>
        titlesOnly ? [heading] : [heading, text])].map(fold);
      const has = phrases.every((phrase) => texts.some((text) => ` ${text} `.includes(` ${phrase} `)));
      return has ? [result] : [];
    }));
    return read.flat();
  }
}

// The search: plans that fit what somebody asks for, best first, and excerpts of them.

import { fold } from "../municipality-names.js";
import { excerptsOf, markedText } from "./excerpt.js";
import { exactly, lookUp } from "./lookup.js";
import { PagedIndex } from "./pages.js";
import { municipalitiesIn, regionsIn, surely } from "./places.js";
import { withPhrases } from "./phrases.js";
import { Portions } from "./portions.js";
import { readQuery, termsOf } from "./query.js";
import { plansWith, scored } from "./scoring.js";

/** @typedef {import("../municipality-search.js").Match} Match */
/** @typedef {import("./scoring.js").Asked} Asked */
/** @typedef {import("./lookup.js").Meanings} Meanings */
/** @typedef {import("./portions.js").Portion} Portion */
/** @typedef {import("./excerpt.js").Excerpt} Excerpt */

/**
 * @typedef {object} Found
 * @property {number[]} plans positions in the catalogue, best first
 * @property {Map<number, number>} scores
 * @property {"all" | "any"} mode whether each plan has all the words, or just some
 * @property {Meanings[]} words
 * @property {string[]} phrases
 * @property {Map<number, number>} holding bits of the portions that have the phrases, by plan
 */

/**
 * @typedef {object} Provider
 * @property {string} name
 * @property {Set<number>} plans positions
 */

/**
 * @typedef {object} Seen what a result shows of a plan
 * @property {Portion} portion
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
    this.portions = new Portions(manifest, this.load);
  }

  /**
   * @param {string} text
   * @param {boolean} titlesOnly
   * @param {string} provider the folder of a provider whose plans alone are searched, or empty
   * @returns {Promise<Found>}
   */
  async find(text, titlesOnly = false, provider = "") {
    const query = readQuery(text);
    const all = titlesOnly ? IN_TITLES : this.manifest.fields.map(([name]) => name);
    const whole = all.filter((name) => name !== OF_PARTS);
    const wanted = this.#wanted(text, query);
    const [lunr, words, excluded, own] = await Promise.all([
      this.means.loadLunr(),
      Promise.all(wanted.map((word) => lookUp(this.index, word, this.#names(word.text)))),
      this.#leftOut(query),
      provider ? this.#plansOf(provider) : undefined,
    ]);
    const asked = words.map(({ meant }, at) => {
      const fields = wanted[at].isInPhrase ? whole : all;
      return { meant, fields, plans: plansWith(meant, this.manifest, fields) };
    });
    const isAllowed = (/** @type {number} */ plan) => !excluded.has(plan) && (own?.has(plan) ?? true);
    const allowed = this.#possible(asked, query).filter(isAllowed);
    const fitting = allowed.filter((plan) => asked.every(({ plans }) => plans.has(plan)));
    const some = fitting.length ? fitting : allowed;
    const scores = asked.length
      ? await scored(lunr, this.manifest, asked, some)
      : new Map(some.map((plan) => [plan, 0]));
    const { phrases } = query;
    /** @type {Map<number, number>} */
    const holding = phrases.length
      ? await withPhrases(this.portions, [...scores.keys()], phrases, words, titlesOnly)
      : new Map();
    const kept = [...scores].filter(([plan]) => !phrases.length || holding.has(plan));
    return {
      plans: kept.map(([plan]) => plan),
      scores: new Map(kept),
      mode: fitting.length || words.length < 2 ? "all" : "any",
      words,
      phrases,
      holding,
    };
  }

  /**
   * Plans that have one of the words; all, where nothing is said but what must not occur.
   * @param {Asked[]} asked
   * @param {import("./query.js").Query} query
   */
  #possible(asked, { excluded, barred }) {
    if (asked.length || excluded.length + barred.length === 0) {
      return [...new Set(asked.flatMap(({ plans }) => [...plans]))];
    }
    return [...Array(this.manifest.documents).keys()];
  }

  /**
   * The provider with a folder: its name, and the positions of its plans.
   * @param {string} folder
   * @returns {Promise<Provider>}
   */
  async provider(folder) {
    const plans = await this.#plansOf(folder);
    const [first] = plans;
    return { name: plans.size ? (await this.portions.portion(first, 0)).provider : folder, plans };
  }

  /**
   * A plan's names and its best passages for what was found.
   * @param {number} plan
   * @param {Found} found
   * @returns {Promise<Seen>}
   */
  async excerpts(plan, found) {
    const portions = await this.portions.best(plan, found.words, found.holding.get(plan) ?? 0);
    const [portion] = portions;
    return {
      portion,
      title: markedText(portion.title, found),
      excerpts: excerptsOf(portions.flatMap(({ passages }) => passages), found),
    };
  }

  /**
   * The municipalities and regions that a search names.
   * @param {string} text
   */
  placesIn(text) {
    const { findPlaces } = this.means;
    return [
      ...municipalitiesIn(text, findPlaces),
      ...regionsIn(text, this.manifest),
    ];
  }

  /**
   * The words to look up: a name of several words, such as S:t Michel, is one.
   * @param {string} text
   * @param {import("./query.js").Query} query
   * @returns {import("./query.js").Word[]}
   */
  #wanted(text, { words, phrases }) {
    const isName = words.length > 1 && !phrases.length && surely(text, this.means.findPlaces).length > 0;
    return isName ? [{ text: fold(text), isBeginning: false, isInPhrase: false }] : words;
  }

  /**
   * Terms of the municipalities that a text is a form of a name of.
   * @param {string} text
   */
  #names(text) {
    return surely(text, this.means.findPlaces).flatMap(({ nameFi, nameSv }) =>
      [nameFi, nameSv].map((name) => fold(name).split(" ")[0]));
  }

  /**
   * The plans that what must not occur would find: words as in a search, and phrases as they stand.
   * @param {import("./query.js").Query} query
   * @returns {Promise<Set<number>>}
   */
  async #leftOut({ excluded, barred }) {
    const words = await Promise.all(excluded.map((text) => this.#meant(text)));
    const plans = plansWith(words.flatMap(({ meant }) => meant), this.manifest);
    for (const phrase of barred) {
      const own = await Promise.all(termsOf(phrase).map((text) => this.#meant(text)));
      const [first] = own.map(({ meant }) => [...plansWith(meant, this.manifest)]);
      const having = await withPhrases(this.portions, first, [phrase], own, false);
      for (const plan of having.keys()) plans.add(plan);
    }
    return plans;
  }

  /** @param {string} text a folded word */
  #meant(text) {
    const word = { text, isBeginning: false, isInPhrase: false };
    return lookUp(this.index, word, this.#names(text));
  }

  /** @param {string} folder of a provider */
  #plansOf(folder) {
    // No reader's word begins with this sign, so that only the folder itself is meant.
    return exactly(this.index, [`@${folder}`]).then((meant) => plansWith(meant, this.manifest));
  }
}

// Scores of the plans that have what is asked for, as stock lunr gives them.

import { serialise } from "./lunr-index.js";
import { STRIDE } from "./pages.js";

/** @typedef {import("./lookup.js").Meaning} Meaning */
/** @typedef {import("./pages.js").Manifest} Manifest */

/**
 * @typedef {object} Asked a word of a search
 * @property {Meaning[]} meant
 * @property {string[]} fields in which it may stand
 * @property {Set<number>} plans that have it there
 */

/** Plans that lunr scores at a time. */
const AT_A_TIME = 500;

/**
 * The scores of some plans, those with the most words first and then the best.
 *
 * A plan's score does not depend on what other plans are asked for. With some at a time, no page
 * stands still while a common word is looked for in a large catalogue.
 * @param {typeof import("lunr")} lunr
 * @param {Manifest} manifest
 * @param {Asked[]} asked
 * @param {number[]} plans
 * @returns {Promise<Map<number, number>>}
 */
export async function scored(lunr, manifest, asked, plans) {
  const results = [];
  for (let at = 0; at < plans.length; at += AT_A_TIME) {
    if (at) await pause();
    results.push(...ask(lunr, manifest, asked, new Set(plans.slice(at, at + AT_A_TIME))));
  }
  const counted = results.map(({ ref, score }) => {
    const plan = Number(ref);
    return { plan, score, had: asked.filter((word) => word.plans.has(plan)).length };
  });
  counted.sort((one, other) =>
    other.had - one.had || other.score - one.score || one.plan - other.plan);
  return new Map(counted.map(({ plan, score }) => [plan, score]));
}

/**
 * The plans in which one of some terms stands.
 * @param {Meaning[]} meant
 * @param {Manifest} manifest
 * @param {string[]} [fields] in which; all where they are left out
 * @returns {Set<number>}
 */
export function plansWith(meant, manifest, fields) {
  const plans = new Set();
  for (const { entry } of meant) {
    for (const field of entry.postings) {
      const [name] = manifest.fields[field[0]];
      if (fields && !fields.includes(name)) continue;
      for (let at = 1; at < field.length; at += STRIDE) plans.add(field[at]);
    }
  }
  return plans;
}

/**
 * @param {typeof import("lunr")} lunr
 * @param {Manifest} manifest
 * @param {Asked[]} asked
 * @param {Set<number>} plans
 */
function ask(lunr, manifest, asked, plans) {
  const entries = new Map(
    asked.flatMap(({ meant }) => meant.map(({ entry }) => [entry.term, entry])),
  );
  const parts = serialise(lunr.version, manifest, [...entries.values()], plans);
  return lunr.Index.load(parts).query((query) => {
    for (const { meant, fields } of asked) {
      for (const { entry, boost } of meant) {
        query.term(entry.term, { boost, fields, usePipeline: false });
      }
    }
  });
}

/** Lets the page do what else there is to do. */
function pause() {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

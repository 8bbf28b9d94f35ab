// Whether the paged index gives what lunr's whole index gives: documents, order and scores.
//
//   node same.mjs SCRIPTS LUNR < cases.json
//
// A case has lunr.py's whole index, the files of the paged one, and queries: lists of clauses with a
// term, a boost, fields and a presence. Prints the differences as JSON.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [scripts, library] = process.argv.slice(2);
const load = (/** @type {string} */ name) => import(pathToFileURL(`${scripts}/${name}`).href);
const { PagedIndex } = await load("search/pages.js");
const { serialise } = await load("search/lunr-index.js");
const lunr = createRequire(import.meta.url)(library);

const differences = [];
for (const { whole, manifest, files, queries } of JSON.parse(readFileSync(0, "utf8"))) {
  const paged = new PagedIndex(manifest, async (/** @type {string} */ name) => files[name]);
  const all = lunr.Index.load(whole);
  for (const clauses of queries) {
    const ask = (/** @type {any} */ query) => {
      for (const { term, ...rest } of clauses) query.term(term, { usePipeline: false, ...rest });
    };
    const terms = [...new Set(clauses.map((/** @type {{ term: string }} */ { term }) => term))];
    const entries = (await Promise.all(terms.map((term) => paged.entry(term)))).filter(Boolean);
    const expected = listed(all.query(ask));
    // All plans at once, and a part of them: a plan's score is the same among any others.
    const odd = new Set([...Array(manifest.documents).keys()].filter((plan) => plan % 2));
    for (const plans of [undefined, odd]) {
      const some = lunr.Index.load(serialise(lunr.version, manifest, entries, plans));
      const got = listed(some.query(ask)).filter(([plan]) => !plans || plans.has(plan));
      const due = expected.filter(([plan]) => !plans || plans.has(plan));
      if (JSON.stringify(due) !== JSON.stringify(got)) differences.push({ clauses, due, got });
    }
  }
}
process.stdout.write(JSON.stringify(differences));

/** @param {{ ref: string, score: number }[]} results */
function listed(results) {
  return results
    .map(({ ref, score }) => [Number(ref), Number(score.toFixed(12))])
    .sort(([one, a], [other, b]) => b - a || one - other);
}

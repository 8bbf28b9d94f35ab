// Asks the search, as the browser would, what its standard input lists; answers as JSON.
//
//   node ask.mjs SITE < questions.json
//
// SITE is a built site; the questions are a list of texts. Each answer is a list of pairs of a plan's
// name and the anchor of its best passage.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [site] = process.argv.slice(2);
const scripts = (/** @type {string} */ name) => import(pathToFileURL(`${site}/js/${name}`).href);
const { Search } = await scripts("search/client.js");
const { createMunicipalitySearch } = await scripts("municipality-search.js");
const lunr = createRequire(import.meta.url)(`${site}/js/lunr.js`);

const loadJson = async (/** @type {string} */ name) => JSON.parse(readFileSync(name, "utf8"));
const findPlaces = createMunicipalitySearch(
  lunr,
  await loadJson(`${site}/data/municipality-index.json`),
);
const folder = `${site}/data/search/`;
const search = new Search(folder, await loadJson(`${folder}manifest.json`), {
  loadJson,
  loadLunr: async () => lunr,
  findPlaces,
});

const answers = [];
for (const question of JSON.parse(readFileSync(0, "utf8"))) {
  const found = await search.find(question);
  const plans = await Promise.all(found.plans.slice(0, 10).map(async (plan) => {
    const { fragment, excerpts } = await search.excerpts(plan, found);
    return [fragment.name, excerpts[0]?.anchor ?? ""];
  }));
  answers.push(plans);
}
process.stdout.write(JSON.stringify(answers));

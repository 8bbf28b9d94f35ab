// Runs the Python package beside the page, so that typing never waits for it.

/** @typedef {{ number: number, question: string, values: string[] }} Question */
/** @typedef {(...values: string[]) => string} Answer */

/** @type {Record<string, [module: string, name: string]>} */
const QUESTIONS = {
  check: ["kuntakesu.form.checking", "checked"],
  preview: ["kuntakesu.form.preview", "previewed"],
  read: ["kuntakesu.form.reading", "taken_apart"],
  word: ["kuntakesu.form.importing", "imported"],
};

// The worker takes no address of a script from anybody.
const PACKAGES = new URL("packages/", import.meta.url).href;

/** @type {any} */
let python;
/** What comes last in some questions, known since the start. @type {Record<string, string>} */
const last = {};

/**
 * @param {string} site
 * @param {string} plans what data/form-plans.json holds
 */
async function start(site, plans) {
  const { loadPyodide } = await import(`${PACKAGES}pyodide.mjs`);
  const [loaded, archive] = await Promise.all([
    loadPyodide({ indexURL: PACKAGES }),
    fetch(`${PACKAGES}kuntakesu.zip`).then((answer) => answer.arrayBuffer()),
  ]);
  loaded.unpackArchive(archive, "zip");
  last.check = plans;
  last.preview = site;
  python = loaded;
  return "";
}

/** @param {Question} asked */
async function answered({ question, values }) {
  if (question === "start") return start(values[0], values[1]);
  const [module, name] = QUESTIONS[question];
  /** @type {Answer} */
  const answer = python.pyimport(module)[name];
  const more = question in last ? [last[question]] : [];
  return answer(...values, ...more);
}

addEventListener("message", async ({ data }) => {
  try {
    postMessage({ number: data.number, answer: await answered(data) });
  } catch (error) {
    postMessage({ number: data.number, error: String(error) });
  }
});

// Asks the Python package in Pyodide, as the form's worker does: the package's archive and a file of
// questions in, a file of answers out. It has no place to say what goes wrong but its exit status.

import { readFileSync, writeFileSync } from "node:fs";

const [, , packages, archive, questions, answers] = process.argv;
const { loadPyodide } = await import(`${packages}/pyodide/pyodide.mjs`);
const python = await loadPyodide();
python.unpackArchive(new Uint8Array(readFileSync(archive)), "zip");
const asked = JSON.parse(readFileSync(questions, "utf8"));
const said = asked.map(({ module, name, values }) => python.pyimport(module)[name](...values));
writeFileSync(answers, JSON.stringify(said));

// Calls functions of the form's scripts: questions on standard input, answers on standard output.

import { readFileSync } from "node:fs";
import { fileOf, slug } from "../hooks/theme/js/publish/file.js";
import { withFact } from "../hooks/theme/js/publish/header-change.js";
import { headerLines } from "../hooks/theme/js/publish/plan-file.js";
import { draftOf } from "../hooks/theme/js/publish/reading.js";
import { newDraft, newTarget } from "../hooks/theme/js/publish/draft.js";
import { hostPage, mail } from "../hooks/theme/js/publish/ways-out.js";

const { config, questions } = JSON.parse(readFileSync(0, "utf8"));

/** @type {Record<string, (...values: any[]) => unknown>} */
const answers = {
  header: (values) => ["---", ...headerLines(config.fields, values), "---", ""].join("\n"),
  slug,
  fact: withFact,
  // Targets of the first theme, each a title and its parts.
  written: (values, targets) => {
    const draft = newDraft(config);
    draft.values = values;
    draft.sections[0].targets = targets.map(([title, parts]) => ({ ...newTarget(), title, parts }));
    return fileOf(draft, config);
  },
  // A published plan with values changed and the goals of one target set.
  changed: (name, text, read, values, target, goals) => {
    const draft = draftOf(name, text, read, config);
    Object.assign(draft.values, values);
    const targets = draft.sections.flatMap((section) => section.targets);
    if (goals) targets[target].parts.goals = goals;
    return { whole: draft.whole !== null, ...fileOf(draft, config) };
  },
  host: (text, isNew) => hostPage(config, { ...newDraft(config), origin: isNew ? null : { name: "a/2" } }, { path: "plans/a/2.md", text, places: [] }),
  mail: (text) => mail(config, { path: "plans/a/2.md", text, places: [] }),
};

process.stdout.write(JSON.stringify(questions.map(([name, ...values]) => answers[name](...values))));

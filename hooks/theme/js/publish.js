// The form by which a plan is published or changed; only its own page loads this.

import { fill, make } from "./elements.js";
import { Checks, today } from "./publish/checks.js";
import { readConfig } from "./publish/config.js";
import { isEmpty, newDraft } from "./publish/draft.js";
import { Fields } from "./publish/fields.js";
import { fileOf, pathOf } from "./publish/file.js";
import { withFact } from "./publish/header-change.js";
import { enhancePaste } from "./publish/paste.js";
import { addTo, draftOf } from "./publish/reading.js";
import { Sections } from "./publish/sections.js";
import { enhanceSend } from "./publish/send.js";
import { eraseDraft, forgetChecks, keepDraft, keptDraft } from "./publish/storage.js";
import { createStatus } from "./publish/status.js";
import { createTools, plansOf } from "./publish/tools.js";
import { enhanceFile, htmlOf } from "./publish/word-file.js";
import { texts } from "./texts.js";

/** @typedef {import("./publish/draft.js").Draft} Draft */

const NAME = /^[a-z0-9-]+\/[\w.-]+$/;

const page = /** @type {HTMLElement} */ (document.querySelector("[data-publish]"));
const config = readConfig();
const asked = new URLSearchParams(location.search);
const name = NAME.test(asked.get("plan") ?? "") ? String(asked.get("plan")) : "";
const isReview = name !== "" && asked.get("do") === "review";

/** @type {Draft} */
let draft = newDraft(config);

const say = createStatus(part("[data-status]"), config.texts.undo);
const fields = new Fields(part("[data-form]"), config, texts.search);
const sections = new Sections(page, config, {
  edited: changed,
  added(theme) {
    fields.tick("themes", theme);
    changed();
  },
  removed(title, undo) {
    changed();
    say(fill(config.texts.removed, { name: title }), () => {
      undo();
      changed();
    });
  },
});
const tools = createTools(config.root);
const checks = new Checks(page, config, tools, () => fileOf(draft, config));

/** @param {string} selector */
function part(selector) {
  return /** @type {HTMLElement} */ (page.querySelector(selector));
}

/** @param {string} of */
function area(of) {
  return /** @type {HTMLTextAreaElement} */ (page.querySelector(`[data-text="${of}"]`));
}

/** Takes over what is typed, keeps it and has it checked. */
function changed() {
  if (draft.whole !== null) {
    draft.whole = area("whole").value;
  } else {
    draft.values = fields.read(draft.origin?.values ?? {});
    draft.intro = area("intro").value;
  }
  if (!isReview && !keepDraft(name, draft)) say(config.texts.not_kept);
  showPath();
  checks.changed();
}

function showPath() {
  const path = pathOf(draft);
  part("[data-path-line]").hidden = !path;
  part("[data-path]").textContent = path;
  void showTaken(path.replace(/^plans\/|\.md$/g, ""));
}

/**
 * Leads to the published plan, where a new one would take its place.
 * @param {string} wanted
 */
async function showTaken(wanted) {
  const known = wanted && !draft.origin ? await plansOf(config.root) : null;
  const taken = known !== null && Object.hasOwn(known.plans, wanted);
  part("[data-taken]").hidden = !taken;
  part("[data-taken] a").setAttribute("href", `?plan=${wanted}`);
}

function showDraft() {
  const isWhole = draft.whole !== null;
  part("[data-steps]").hidden = isWhole;
  part("[data-whole]").hidden = !isWhole;
  part("[data-parts-of-form]").hidden = isWhole;
  part("[data-import]").hidden = isWhole || !config.tools;
  area("whole").value = draft.whole ?? "";
  area("intro").value = draft.intro;
  fields.show(draft.values);
  sections.show(draft.sections);
  showPath();
  checks.changed();
}

function startAnew() {
  draft = newDraft(config);
  const own = document.documentElement.lang;
  // Plans are in Finnish or Swedish, whoever reads this page in English.
  if (own !== "en") draft.values.language = own;
  showDraft();
}

async function erase() {
  const undo = wayBack();
  // What is said to be current keeps nothing, and another text of the same plan is not its own.
  if (!isReview) eraseDraft(name);
  forgetChecks();
  part("[data-import-report]").hidden = true;
  send.clear();
  if (name) await openPlan();
  else startAnew();
  say(config.texts.erased, undo);
}

/** A way back to the draft as it is now. */
function wayBack() {
  const before = JSON.stringify(draft);
  return () => {
    draft = JSON.parse(before);
    part("[data-import-report]").hidden = true;
    showDraft();
    changed();
  };
}

/**
 * The published plan's file to the letter; a mark at its start is a part of it.
 * @returns {Promise<string | null>} null where there is none
 */
async function published() {
  const answer = await fetch(`${config.root}${config.sources}${name}.md`).catch(() => null);
  if (!answer?.ok) return null;
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await answer.arrayBuffer());
}

async function openPlan() {
  say(config.texts.plan_opening);
  const text = await published();
  if (text === null) {
    say(fill(config.texts.plan_missing, { name }));
    startAnew();
    checks.resume();
    return;
  }
  const origin = { name, text, header: "", values: {} };
  if (isReview || !config.tools) {
    const whole = isReview ? withFact(text, "reviewed", today()) : text;
    draft = { ...newDraft(config), whole, origin };
  } else {
    const path = `plans/${name}.md`;
    draft = await tools.ask("read", text, path).then(
      (read) => draftOf(name, text, JSON.parse(read), config),
      () => ({ ...newDraft(config), whole: text, origin }),
    );
    void checks.start();
  }
  showDraft();
  const day = new Date().toLocaleDateString(document.documentElement.lang, { timeZone: "Europe/Helsinki" });
  say(isReview ? config.texts.review_ready.replace("{date}", day) : fill(config.texts.plan_opened, { name }));
}

/** A change that was begun earlier: the plan may have been published anew since then. */
async function restorePlan() {
  void checks.start();
  const text = await published();
  if (text !== null && text !== draft.origin?.text) say(config.texts.plan_changed);
}

/**
 * What a human should look at of what was read.
 * @param {{ look: string, told: string[] }} read
 */
function showReport({ look, told }) {
  const report = part("[data-import-report]");
  report.replaceChildren(look, make("ul", "", ...told.map((text) => make("li", "", text))));
  report.hidden = !told.length;
}

/** @param {File} file */
async function readFile(file) {
  const undo = wayBack();
  say(config.texts.file_reading);
  try {
    const html = await htmlOf(file, config.root, config.wordStyles);
    const read = JSON.parse(await tools.ask("word", html, document.documentElement.lang));
    addTo(draft, read);
    showReport(read);
  } catch {
    say(fill(config.texts.file_failed, { name: file.name }));
    return;
  }
  showDraft();
  changed();
  void checks.start();
  say(fill(config.texts.file_read, { name: file.name }), undo);
}

part("[data-without-script]").hidden = true;
part("[data-with-script]").hidden = false;
for (const type of ["input", "change"]) part("[data-form]").addEventListener(type, changed);
part("[data-form]").addEventListener("submit", (event) => event.preventDefault());
part("[data-erase]").addEventListener("click", () => void erase());
if (config.tools) {
  enhancePaste(page, config.root, () => say(config.texts.pasted));
  enhanceFile(page, (file) => void readFile(file));
}
const send = enhanceSend(page, config, () => {
  checks.findings.showAll();
  return { draft, file: fileOf(draft, config) };
});

const kept = isReview ? null : keptDraft(name);
if (kept && !isEmpty(kept)) {
  draft = kept;
  showDraft();
  say(config.texts.restored);
  if (name) void restorePlan();
  else checks.resume();
} else if (name) {
  void openPlan();
} else {
  startAnew();
  checks.resume();
}
page.dataset.ready = "";

"""The host's workflows: thin, pinned, and no more rights than each needs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.making import ROOT

FILES = sorted((ROOT / ".github/workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+\n")
WRITING = {
    ("audit", "post"): {"issues"},
    ("comment", "post"): {"pull-requests"},
    ("links", "post"): {"issues"},
    ("publish", "attest"): {"attestations", "id-token"},
    ("publish", "publish"): {"pages", "id-token"},
}


def read(file: Path) -> dict[Any, Any]:
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


def events(workflow: dict[Any, Any]) -> dict[str, Any]:
    found = workflow[True]  # YAML 1.1 takes `on` for yes
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_actions_are_pinned_and_rights_are_few(file: Path) -> None:
    text, workflow = file.read_text(encoding="utf-8"), read(file)
    assert text.count("uses:") == len(PINNED.findall(text))
    assert not re.search(r"\$\{\{[^}]*\bsecrets\b", text)
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        writing = {right for right, kind in job["permissions"].items() if kind != "read"}
        assert writing == WRITING.get((file.stem, name), set())
        assert job["timeout-minutes"] <= 60


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_nothing_from_outside_is_written_into_a_command(file: Path) -> None:
    steps = [step for job in read(file)["jobs"].values() for step in job["steps"]]
    commands = [step["run"] for step in steps if "run" in step]
    assert not [command for command in commands if "${{" in command]
    for step in steps:
        if "actions/checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False
    told = {path for command in commands for path in re.findall(r"scripts/[\w/]+\.\w+", command)}
    assert [path for path in told if not (ROOT / path).is_file()] == []


def test_one_action_has_one_version() -> None:
    used: dict[str, set[str]] = {}
    for file in FILES:
        for name, version in re.findall(r"uses: (\S+)@(\S+ # \S+)", file.read_text("utf-8")):
            used.setdefault(name, set()).add(version)
    assert used
    assert [name for name, versions in used.items() if len(versions) > 1] == []


@pytest.mark.parametrize("name", ["validate", "preview"])
def test_the_code_that_reads_a_change_is_the_bases(name: str) -> None:
    workflow = read(ROOT / f".github/workflows/{name}.yml")
    assert events(workflow) == {"pull_request": {"paths": ["plans/**"]}}
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    (checkout,) = (step for step in steps if "actions/checkout" in step.get("uses", ""))
    assert checkout["with"]["ref"] == "${{ github.base_ref }}"


def test_the_comment_follows_the_preview_and_takes_nothing_from_it() -> None:
    workflow = read(ROOT / ".github/workflows/comment.yml")
    (followed,) = events(workflow)["workflow_run"]["workflows"]
    assert read(ROOT / f".github/workflows/{followed}.yml")["name"] == followed
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    taken = [step["with"] for step in steps if "download-artifact" in step.get("uses", "")]
    assert [set(one) for one in taken] == [{"name", "path"}]  # of this very run


def test_outside_links_are_never_asked_for_by_a_proposed_change() -> None:
    for file in FILES:
        if "check_links" in file.read_text(encoding="utf-8"):
            assert set(events(read(file))) == {"schedule", "workflow_dispatch"}


def test_what_signs_a_site_runs_no_code_and_nothing_is_published_unsigned() -> None:
    jobs = read(ROOT / ".github/workflows/publish.yml")["jobs"]
    signing = {name for name, job in jobs.items() if "attestations" in job["permissions"]}
    assert signing == {"attest"}
    used = [step["uses"].partition("@")[0] for step in jobs["attest"]["steps"]]
    assert used == ["actions/download-artifact", "actions/download-artifact", "actions/attest"]
    assert set(jobs["publish"]["needs"]) == {"build", "attest"}
    for name in ("build", "materials"):
        assert set(jobs[name]["permissions"].values()) == {"read"}


def test_a_build_that_is_published_knows_where() -> None:
    steps = read(ROOT / ".github/workflows/publish.yml")["jobs"]["build"]["steps"]
    (build,) = (step for step in steps if step.get("run") == "make site")
    assert {"SITE_URL", "REPO_URL"} <= build["env"].keys()
    (kept,) = (step for step in steps if "upload-pages-artifact" in step.get("uses", ""))
    assert kept["with"]["include-hidden-files"] is True


def test_a_preview_takes_what_another_build_kept_and_what_is_published_nothing() -> None:
    used = {
        file.stem: [
            step
            for job in read(file)["jobs"].values()
            for step in job["steps"]
            if "actions/cache" in step.get("uses", "")
        ]
        for file in FILES
    }
    (restored,), (saved,) = used.pop("preview"), used.pop("publish")
    assert not any(used.values())
    assert restored["uses"].startswith("actions/cache/restore@")
    assert saved["uses"].startswith("actions/cache/save@")
    assert restored["with"]["path"] == saved["with"]["path"] == ".cache"
    assert saved["with"]["key"].startswith(restored["with"]["restore-keys"])

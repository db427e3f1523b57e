# Two commands: `make run` and `make test`. Everything they need they install into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help run test lint types architecture unit browser scores lock audit screenshots gallery clean

help: ## say what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

$(VENV)/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Dateline needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.11 $(MAKECMDGOALS)")'
	@$(PYTHON) -m venv $(VENV) || { echo "python3 -m venv failed; on Debian: apt-get install python3-venv" >&2; exit 1; }
	@touch $@

$(VENV)/runtime: requirements.txt pyproject.toml | $(VENV)/python
	@echo "Installing the pinned requirements into $(VENV) (once, about a minute) ..."
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/development: requirements-dev.txt $(VENV)/runtime
	@echo "Installing the pinned development requirements ..."
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

run: $(VENV)/runtime ## open the app over the sample corpus on 127.0.0.1:8501
	@$(BIN)/dateline serve

test: lint types architecture unit ## everything CI runs

lint: $(VENV)/development ## ruff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/development ## mypy, strict
	$(BIN)/mypy
	$(BIN)/mypy app.py cli.py

architecture: $(VENV)/development ## import-linter
	$(BIN)/lint-imports

browser: $(VENV)/development ## see to a Chromium for the browser tests
	@sh tests/browser/install.sh $(BIN)
	@sh tests/js/install.sh $(BIN)

unit: browser ## unit, law, golden, doctest and browser tests
	$(BIN)/python -m pytest -n 2 --dist loadgroup

scores: $(VENV)/development ## measure, and write docs/scores.md
	$(BIN)/python -m benchmarks.scores

lock: $(VENV)/development ## requirements*.txt from requirements*.in
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" requirements.in -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" requirements-dev.in -o requirements-dev.txt

audit: $(VENV)/development ## known vulnerabilities of what is pinned (asks a service), and a bill of materials in build/
	@$(BIN)/python .ci/audit.py requirements.txt build/sbom.cdx.json $(BIN)/pip-audit

screenshots: browser ## docs/screenshot.png, from the running app
	$(BIN)/python -m benchmarks.screenshots

gallery: browser ## docs/gallery, briefing maps of the sample corpus
	$(BIN)/python -m benchmarks.gallery

clean: ## forget .venv
	rm -rf $(VENV)

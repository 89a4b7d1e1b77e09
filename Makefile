# make alone prints what there is.
VENV ?= .venv
PYTHON ?= python3
STAMP = $(VENV)/.installed

help:  ## print this list
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check -e '.[all,dev]'
	touch $@

install: $(STAMP)  ## make the virtual environment

test: $(STAMP)  ## run the tests (no network needed)
	$(VENV)/bin/python -m pytest

lint: $(STAMP)  ## format and lint
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .

types: $(STAMP)  ## strict type check
	$(VENV)/bin/mypy

.PHONY: help install test lint types

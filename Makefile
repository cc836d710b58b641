# One command each for what people do here. `make help` lists them.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help extract diff test test-all goldens bench check format lint types rooms pytest pytest-all
.PHONY: tidy lock links system-extract clean

IN  ?= samples
OUT ?= build
ALIASES ?=
CORRECTIONS ?=
# of `make diff`; the results of `make extract` stand in build/ itself
DIFF_OUT = $(if $(filter file,$(origin OUT)),$(OUT)/diff,$(OUT))

VENV := .venv
BIN  := $(VENV)/bin
# the first Python here that is new enough
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

RUNTIME := $(VENV)/installed-runtime
DEV     := $(VENV)/installed-dev
PIP     := $(BIN)/python -m pip --disable-pip-version-check -qq --no-input
# Where Python is told to write no bytecode, pip compiles nothing either, and each run would compile all it imports.
COMPILE := $(BIN)/python -m compileall -qq -j 0
ROOMS   := extract normalize output nghiquyet

help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /|/' | awk -F'|' '{ printf "make %-10s %s\n", $$1, $$2 }'
	@echo
	@echo 'make extract IN=path OUT=path ALIASES=file   over another file or folder, into another folder, with own names'
	@echo '   succeeds on exit status 0, 3 (findings of severity error) and 5 (scans wait for language data; a line says so)'
	@echo 'make diff OLD=path NEW=path OUT=path          what NEW changes of OLD; each a document or a resolution.json'

extract: $(RUNTIME) ## extract samples/ (or IN=path) into build/ (or OUT=path)
	@$(BIN)/nghiquyet extract "$(IN)" --out "$(OUT)" $(if $(ALIASES),--aliases "$(ALIASES)") \
		$(if $(CORRECTIONS),--corrections "$(CORRECTIONS)") \
		|| { status=$$?; [ $$status -eq 3 ] || [ $$status -eq 5 ] || exit $$status; }

diff: $(RUNTIME) ## what a new version changes: OLD=path NEW=path, into build/diff (or OUT=path)
	@$(BIN)/nghiquyet diff $(if $(OLD),"$(OLD)") $(if $(NEW),"$(NEW)") --out "$(DIFF_OUT)" \
		$(if $(ALIASES),--aliases "$(ALIASES)") $(if $(PAIRS),--pairs "$(PAIRS)") \
		|| { status=$$?; [ $$status -eq 3 ] || exit $$status; }

test: check pytest ## every check: format, lint, types, import rules, tests

test-all: check pytest-all ## the same with the slow tests (LibreOffice, long documents)

goldens: $(DEV) ## show what the stages make otherwise than tests/stages/goldens keep, and renew those (NAME=part of names)
	@$(BIN)/python -m tests.stages.renew $(NAME)

bench: $(DEV) ## seconds of a printed document and of a scan, against pdfplumber's tables and Tesseract alone
	@$(BIN)/python tools/bench.py
	@$(BIN)/python tools/bench_scans.py

tidy: $(DEV) ## bring the code into format
	@$(BIN)/ruff check --fix --quiet
	@$(BIN)/ruff format --quiet

check: format lint types rooms

format: $(DEV)
	$(BIN)/ruff format --check --quiet

lint: $(DEV)
	$(BIN)/ruff check --quiet

types: $(DEV)
	$(BIN)/mypy

rooms: $(DEV)
	$(BIN)/lint-imports --no-cache

pytest: $(DEV)
	$(BIN)/pytest -n auto -m "not slow"

pytest-all: $(DEV)
	@PYTHON=$(PYTHON) tools/system-parts.sh test-all
	$(BIN)/pytest -n auto

lock: ## resolve the dependencies anew (needs uv; all else does without)
	UV_CUSTOM_COMPILE_COMMAND="make lock" uv pip compile --quiet --universal --python-version 3.11 --upgrade \
		--generate-hashes --no-emit-index-url --no-emit-find-links \
		pyproject.toml --group build --output-file requirements/runtime.txt
	UV_CUSTOM_COMPILE_COMMAND="make lock" uv pip compile --quiet --universal --python-version 3.11 --upgrade \
		--generate-hashes --no-emit-index-url --no-emit-find-links --constraints requirements/runtime.txt \
		pyproject.toml --group build --group dev --output-file requirements/dev.txt

clean: ## remove the results and the environment
	rm -rf build $(VENV)

# A ZIP, a source distribution and git on Windows may leave these out, or a text file where each should be.
links: ## make the links by which the rooms are parts of the package
	@for room in extract normalize output; do test -d nghiquyet/$$room || ln -sfn ../$$room nghiquyet/$$room; done

system-extract:
	@PYTHON="$(PYTHON)" tools/system-parts.sh extract

$(BIN)/python: | system-extract
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed; install it with: sudo apt-get install python3 python3-venv" >&2; exit 5; }
	@$(PYTHON) -m venv $(VENV)

# Only the locked files, checked by their hashes; then this project itself, which needs nothing more.
$(RUNTIME): requirements/runtime.txt pyproject.toml | $(BIN)/python links
	@echo "Installing what nghiquyet needs into $(VENV) (once) …" >&2
	@$(PIP) install --require-hashes --requirement requirements/runtime.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(COMPILE) $(VENV)/lib $(ROOMS) || true
	@touch $@

$(DEV): requirements/dev.txt $(RUNTIME)
	@echo "Installing what the checks need into $(VENV) (once) …" >&2
	@$(PIP) install --require-hashes --requirement requirements/dev.txt
	@$(COMPILE) $(VENV)/lib || true
	@touch $@

# make run sets everything up and opens the window; make test sets everything up and runs the whole suite.

SHELL := /bin/sh
BIN := .venv/bin
# An article to open: a path, - for standard input, or piece:7. Without one, the sample.
ARTICLE ?=
# How many test processes run side by side.
WORKERS ?= 2

# Handed to the commands by the environment, so that any file name passes unharmed; PYTHON is the one .venv is made with.
export ARTICLE PYTHON

.PHONY: help run test lint types architecture bundle bench bench-library lock translations clean setup setup-dev setup-bundle setup-lock

run: setup ## open the window (off screen: print the article, write muwazi.png); ARTICLE=path for yours
	@if [ -n "$$ARTICLE" ]; then set -- -- "$$ARTICLE"; else set --; fi; \
	exec $(BIN)/muwazi open --fallback muwazi.png "$$@"

test: lint types architecture ## lint, types, architecture rules and all tests, off screen, without a network
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal < /dev/null

lint: setup-dev ## ruff: rules and format
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .

types: setup-dev ## mypy, strict
	@$(BIN)/mypy

architecture: setup-dev ## the import rules
	@$(BIN)/lint-imports --no-logo

bundle: setup-bundle ## a folder that runs without Python: dist/muwazi, tried out elsewhere in an empty environment
	@$(BIN)/pyinstaller --noconfirm --log-level ERROR --distpath dist --workpath build/bundle packaging/muwazi.spec
	@$(BIN)/python packaging/try_bundle.py dist/muwazi

bench: setup ## the engine against argostranslate, the window against a bare one; MUWAZI_DATA=folder names the data
	@$(BIN)/python tests/bench/bench.py
	@$(BIN)/python tests/bench/same_tokens.py
	@$(BIN)/python tests/bench/window.py
	@$(BIN)/python tests/bench/stalls.py
	@$(BIN)/python tests/bench/library.py

bench-library: setup ## a library of 1,000 and of 10,000 pieces: its size, how quick search and the rest; MUWAZI_DATA
	@$(BIN)/python tests/bench/library.py

lock: setup-lock ## the locks anew, with the newest versions that pyproject.toml admits
	@sh packaging/lock.sh --upgrade

translations: setup ## the window's own texts: collects them from reader/ and compiles the Arabic
	@$(BIN)/pyside6-lupdate -silent -no-obsolete -locations none reader/wording.py reader/gui/*.py -ts resources/i18n/muwazi_ar.ts
	@$(BIN)/pyside6-lrelease -silent resources/i18n/muwazi_ar.ts -qm resources/i18n/muwazi_ar.qm

clean: ## removes what make has made, .venv included
	@rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache muwazi.png
	@find reader tests packaging resources -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1	\2/p' Makefile | expand -t 20

setup:
	@sh packaging/set_up.sh run
	@$(BIN)/python -I -S packaging/system_libraries.py

setup-dev: setup
	@sh packaging/set_up.sh run dev

setup-bundle: setup
	@sh packaging/set_up.sh run bundle
	@$(BIN)/python -I -S packaging/system_libraries.py --display

setup-lock: setup
	@sh packaging/set_up.sh run lock

# make demo   build the timeline of seeds/ into output/
# make test   run every check and test, the browser's too
# make check  run everything but the browser
# make format put the code into its usual form
# make forms  write the table of word forms anew, after a change of the events' lexicon
# make reference  write docs/reference.md anew from the docstrings
# make salience GOLD=articles.jsonl  fit what is worth showing anew (tests/salience.py)
# make importance GOLD="folder ..."  fit what matters most anew (tests/importance.py)
# make lock   write requirements.lock anew from pyproject.toml (needs a network)
#
# All of it runs in .venv, made with python3 (or PYTHON=another) and filled with exactly what
# requirements.lock names.  README.md has the same commands for machines without make.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: demo test check format forms reference salience importance lock
.DELETE_ON_ERROR:

demo: $(READY)
	$(BIN)/timeline build seeds/ -o output/

test: check
	.ci/browser-tests $(BIN)

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/oxfmt --check timeline/render/static
	$(BIN)/oxlint --deny-warnings timeline/render/static
	$(BIN)/pytest -n auto -m "not browser"

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/oxfmt timeline/render/static

forms: $(READY)
	$(BIN)/python tests/forms.py

reference: $(READY)
	$(BIN)/python tests/reference.py

salience: $(READY)
	$(BIN)/python tests/salience.py $(GOLD) --write

importance: $(READY)
	$(BIN)/python tests/importance.py $(GOLD) --write

lock: $(READY)
	$(BIN)/uv pip compile pyproject.toml --extra dev --extra docx --extra frame --extra parquet --extra pdf --extra warc --extra watch --universal --python-version 3.11 --fork-strategy fewest \
		--generate-hashes --no-header --no-annotate --system-certs --upgrade --quiet --output-file requirements.lock

$(READY): requirements.lock pyproject.toml .ci/venv
	.ci/venv $(PYTHON)
	touch $@

# make demo   build the timeline of seeds/ into output/
# make test   run every check and test, the browser's too
# make check  run everything but the browser
# make format put the code into its usual form
# make forms  write the table of word forms anew, after a change of the events' lexicon
# make reference  write docs/reference.md anew from the docstrings
# make dist   build wheel and sdist into dist/, with the bill of what the lock installs beside them
# make sbom   write that bill alone (dist/sbom.json, CycloneDX)
# make picture  take the picture of the page that README.md shows anew (docs/page.webp)
# make salience GOLD=articles.jsonl  fit what is worth showing anew (tests/salience.py)
# make importance GOLD="folder ..."  fit what matters most anew (tests/importance.py)
# make lock   write requirements.lock anew from pyproject.toml (needs a network)
#
# All of it runs in .venv, made with python3 (or PYTHON=another) and filled with exactly what
# requirements.lock names.  docs/install.md has the same commands for machines without make.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: demo test check format forms reference dist sbom picture salience importance lock
.DELETE_ON_ERROR:

demo: $(READY)
	$(BIN)/timeline build seeds/ -o output/

test: check
	.ci/browser-tests $(BIN)

check: $(READY) tests/typescript/node_modules/.package-lock.json
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/oxfmt --check timeline/render/static
	$(BIN)/oxlint --deny-warnings timeline/render/static
	$(BIN)/node tests/typescript/node_modules/typescript/bin/tsc --project tests/typescript
	$(BIN)/pytest -n auto -m "not browser"

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/oxfmt timeline/render/static

forms: $(READY)
	$(BIN)/python tests/forms.py

reference: $(READY)
	$(BIN)/python tests/reference.py

# The time of the last commit, so that the same sources give the same wheel.
dist: sbom
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(BIN)/uv build --offline --no-build-isolation --python $(BIN)/python --quiet

sbom: $(READY)
	$(BIN)/python tests/sbom.py dist/sbom.json

picture: $(READY)
	$(BIN)/python tests/picture.py docs/page.webp

salience: $(READY)
	$(BIN)/python tests/salience.py $(GOLD) --write

importance: $(READY)
	$(BIN)/python tests/importance.py $(GOLD) --write

lock: $(READY)
	$(BIN)/uv pip compile pyproject.toml --extra dev --extra docx --extra frame --extra parquet --extra pdf --extra warc --extra watch --universal --python-version 3.11 --fork-strategy fewest \
		--generate-hashes --no-header --no-annotate --system-certs --upgrade --quiet --output-file requirements.lock

# The checker of the scripts' types, which stands in no registry of Python's; npm writes this file last.
tests/typescript/node_modules/.package-lock.json: tests/typescript/package-lock.json $(READY)
	NODE_OPTIONS=--use-system-ca $(BIN)/npm ci --prefix tests/typescript --silent --no-audit --no-fund
	touch $@

$(READY): requirements.lock pyproject.toml .ci/venv
	.ci/venv $(PYTHON)
	touch $@

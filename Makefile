# One command per wish, the same by hand and in .ci/run. Whichever is called first makes .venv.
# Written for GNU make 3.81 too, which is what macOS has.
.DEFAULT_GOAL := help
.PHONY: help run test lint bench tour app lock ready ready-dev
UV_VERSION := 0.13.9
VENV := .venv/bin/python
export PYTHON

help:  ## say what there is
	@sed -n 's/^\([a-z][a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-14s %s\n", $$1, $$2 }'

run: ready  ## open the window; where there is no display, make the tour of it instead
	@if [ "$$(uname -s)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo "There is no display here, so the window is toured without one. The tour's files:"; \
		$(VENV) -m nickaudit tour build/tour && find build/tour -path build/tour/home -prune -o -type f -print | sort; \
	else \
		$(VENV) -m nickaudit; \
	fi

test: ready-dev  ## run all tests
	@$(VENV) -m pytest

lint: ready-dev  ## check style, types and who imports whom
	@$(VENV) -m ruff check .
	@$(VENV) -m ruff format --check .
	@$(VENV) -m mypy
	@$(VENV) -c "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"

bench: ready-dev  ## measure start, page turns and checking; writes build/bench.json
	@$(VENV) -m tests.bench

tour: ready  ## go through the window as a sample person; pictures and files in build/tour
	@$(VENV) -m nickaudit tour build/tour

app:  ## build the program as one folder, dist/nickaudit
	@sh packaging/prepare.sh app
	@build/app-venv/bin/python -m PyInstaller --noconfirm --log-level WARN \
		--distpath dist --workpath build/pyinstaller build.spec
	@du -sh dist/nickaudit

lock: ready  ## pin everything anew from the .in files, and list the licences
	@test -x build/uv/bin/uv || { $(VENV) -m venv build/uv && build/uv/bin/python -m pip install -q uv==$(UV_VERSION); }
	@build/uv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --upgrade \
		-o requirements.lock requirements.in
	@build/uv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --upgrade \
		-c requirements.lock -o requirements-dev.lock requirements-dev.in
	@sh packaging/prepare.sh dev
	@$(VENV) packaging/licences.py

ready:
	@sh packaging/prepare.sh run

ready-dev:
	@sh packaging/prepare.sh dev

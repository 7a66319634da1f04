# The commands of the house. `make run` opens the program, `make test` proves it.
.PHONY: run test qt journeys screens pictures corpus crash doctored fuzz ocr mutate families bench bundle installer catalogue clean

run:
	@sh build/setup.sh run
	@sh build/run.sh

test:
	@sh build/setup.sh test
	@sh build/test.sh

# The window's tests on the Qts that older systems need: 6.9.3 for glibc 2.28, 6.7.3 for arm64 with 2.31.
qt:
	@sh build/setup.sh test
	@for version in 6.7.3 6.9.3; do sh build/other_qt.sh $$version || exit 1; done

# Kills the program a thousand times and before every statement of an upgrade, then lets every call to the disk fail in turn; a reduced run is part of `make test`.
crash:
	@sh build/setup.sh test
	@.venv/bin/python -m tests.crash.kills --kills 1000
	@.venv/bin/python -m tests.crash.upgrade
	@.venv/bin/python -m tests.crash.faults
	@.venv/bin/python -m tests.crash.double_start

# Five hundred drawn sets of work on papers; behind each step families must follow afresh from what stands. A few are part of `make test`.
families:
	@sh build/setup.sh test
	@.venv/bin/python -m tests.store.family_play 500

# Wrong values in every column of every table, one at a time, and every command on each (an hour); a reduced run is part of `make test`.
doctored:
	@sh build/setup.sh test
	@.venv/bin/python -m tests.doctored.values --all

# A million texts and files for the readers, by coverage where atheris can be installed, else by mutation; a short run is part of `make test`.
fuzz:
	@sh build/setup.sh test
	@.venv/bin/pip install --quiet --disable-pip-version-check "atheris>=2.3" || echo "no atheris here: by mutation"
	@for reader in dates docx ofd pdf markup text; do .venv/bin/python -m tests.fuzz.run $$reader || exit 1; done
	@.venv/bin/python -m tests.intake.registers.anyhow 1000000

# Recognition of pictures as it really is: installs the extra (about 330 MB) and reads a page drawn in our own font.
ocr:
	@sh build/setup.sh test
	@.venv/bin/pip install --quiet --disable-pip-version-check "rapidocr>=3" "onnxruntime>=1.20"
	@.venv/bin/pytest -q tests/intake/files/test_ocr_text.py

# Every measurement against its peer; all run, also when one exceeds its limit, and a table of all ratios ends it.
bench:
	@sh build/setup.sh bench
	@QT_QPA_PLATFORM=offscreen .venv/bin/python tests/benchmarks/every.py

# The journeys by keyboard on a real X server with a window manager (Debian: xvfb openbox), where focus and activation
# are the window manager's; `make test` runs them offscreen.
journeys:
	@sh build/setup.sh test
	@sh build/journeys.sh

# Pictures of every page, empty to overfull, in both languages, sizes and colours, in out/screens/.
screens:
	@sh build/setup.sh test
	@.venv/bin/python tests/screens.py
	@.venv/bin/python -m tests.screens_commission

# The manual's pictures anew, of the sample ledger, into resources/manual/pictures/.
pictures:
	@sh build/setup.sh test
	@.venv/bin/python -m tests.manual_pictures

# One folder under out/dist/; every product of a build goes to out/, since build/ holds sources.
bundle:
	@sh build/setup.sh test
	@.venv/bin/python build/catalogue.py compile
	@.venv/bin/pyinstaller --noconfirm --clean --log-level WARN --distpath out/dist --workpath out/pyinstaller app.spec
	@.venv/bin/python build/bundle_parts.py out/dist/burden-desktop
	@du -sh out/dist/burden-desktop

# The bundle as one file to install: a .deb for UOS, Kylin and Debian here, `build\installer\windows.cmd` on Windows.
installer: bundle
	@.venv/bin/python build/installer/debian.py out/dist/burden-desktop out/installer

# Collects the Chinese source sentences anew; what has no English yet is named.
catalogue:
	@sh build/setup.sh run
	@.venv/bin/python build/catalogue.py update

clean:
	rm -rf out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage

# Every forgery of the tests with both kinds of key, and what pdfsig and pyHanko say of each.
corpus:
	@sh build/setup.sh test
	@BURDEN_CORPUS=full .venv/bin/pytest -q tests/signing/corpus
	@.venv/bin/python -m tests.signing.corpus.opinions resources/manual/zh/forgeries.md

# The only door: people and the build machine use these verbs and nothing else. `make` alone lists them.
#
# Each verb first installs what is missing (tools/setup.sh); where nothing is missing it needs no network.
# Useful settings: KITH_PORT, KITH_SHARED, KITH_STAGES, KITH_FUZZ_SECONDS, SEED, ARGS.
.DEFAULT_GOAL := help
.PHONY: help demo test quick build native web wasm golden sim bench fuzz sanitize format clean
.PHONY: package package-check setup-build setup-test
export PATH := $(CURDIR)/.tools/bin:$(PATH)
export KITH_PORT ?= 8420
export KITH_SHARED ?= $(abspath $(CURDIR)/../shared)

help: ## list the verbs
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

demo: build ## install, build and serve four invented people on 127.0.0.1, port KITH_PORT (8420)
	build/kith demo $(ARGS)

test: setup-test ## install, build and check everything; the last line counts what passed and failed
	@tools/run_tests.py

quick: setup-test ## the inner loop: checks, C++ tests, browser module, types and web tests
	@KITH_STAGES=checks,wasm,web,native KITH_MINUTES_EXPECTED=4 tools/run_tests.py

build: wasm web native ## build the program into build/kith

native: setup-build
	cmake --preset native
	cmake --build --preset native --target kith

wasm: setup-build ## build the core for the browser
	cmake -S wasm -B build/wasm -G Ninja -DCMAKE_TOOLCHAIN_FILE=$(CURDIR)/cmake/wasm.cmake
	cmake --build build/wasm

web: wasm ## build the pages into web/dist
	cd web && npm run build

golden: setup-test ## write the golden files again; the difference is the review
	cmake --preset native
	cmake --build --preset native
	KITH_GOLDEN=write ctest --test-dir build/native --output-on-failure
	git status --short

sim: setup-test ## live seeded days between devices and the real app; SEED=4711 repeats them
	cmake --preset native
	cmake --build --preset native --target kith_sim
	build/native/sim/kith_sim $(if $(SEED),--seed=$(SEED)) $(ARGS)

bench: setup-test ## measure against peers, as ratios
	cmake --preset native
	cmake --build --preset native --target benches
	for program in build/native/bench/*_bench; do $$program $(ARGS) || exit 1; done

fuzz: setup-test ## throw bytes at every reader; KITH_FUZZ_SECONDS each
	@KITH_STAGES=fuzz tools/run_tests.py

sanitize: setup-test ## the whole C++ suite under the address and undefined-behaviour sanitizers
	@KITH_STAGES=sanitize KITH_SANITIZE_ALL=1 tools/run_tests.py

package: build ## make the Debian package in build/package
	tools/package/make_package.sh build/kith build/package

package-check: package ## install, use and remove the package in a bare Debian 12 (root and debootstrap)
	tools/package/check_package.sh "$$(ls -t build/package/*.deb | head -1)"

format: setup-test ## format the sources, C++ and web
	git ls-files '*.cpp' '*.hpp' | xargs clang-format-14 -i
	cd web && npm run format

clean: ## remove what was built; what was installed stays
	rm -rf build web/dist web/public/*.wasm

setup-build:
	@tools/setup.sh build

setup-test:
	@tools/setup.sh test

# Two commands: `make serve` shows the letters, `make test` runs every check. Both install what is missing first.

.PHONY: help serve build package test validate bench fuzz screenshots clean

help:
	@echo 'make serve        the standalone page on http://127.0.0.1:8080/, rebuilt when a file changes'
	@echo '                  LETTERS=DIR for the letters of another folder, PORT=N for another port'
	@echo 'make test         what every change must pass'
	@echo 'make validate     heavy checks: the HTML of every letter, frameworks with tools of their own, many random texts'
	@echo 'make build        the release bundle, in dist/'
	@echo 'make package      the npm package, in target/npm/'
	@echo 'make bench        how fast letters are read, natively and in a browser'
	@echo 'make fuzz         half an hour of random input for each fuzz target'
	@echo 'make screenshots  the pictures of the README, in docs/'
	@echo 'make clean        removes what was built; installed tools stay'

serve:
	@tools/setup serve
	@tools/serve

build:
	@tools/setup build
	@tools/build

package:
	@tools/setup build
	@tools/build
	@tools/package

test:
	@tools/setup test
	@tools/check

validate:
	@tools/setup test
	@tools/setup validate
	@tools/validate

bench:
	@tools/setup test
	@tools/bench

fuzz:
	@tools/fuzz

screenshots:
	@tools/setup test
	@tools/build
	@tools/screenshots

clean:
	rm -rf target dist

# Two commands: `make serve` shows the letter, `make test` runs every check. Both install what is missing first.

SHELL := /bin/bash
export PATH := $(CURDIR)/node_modules/.bin:$(or $(CARGO_HOME),$(HOME)/.cargo)/bin:$(PATH)

.PHONY: help serve build test screenshots clean

help:
	@echo 'make serve        the standalone page on http://127.0.0.1:8080/, rebuilt when a file changes'
	@echo 'make test         every check'
	@echo 'make build        the release bundle, in dist/'
	@echo 'make screenshots  the pictures of the README, in docs/'
	@echo 'make clean        removes what was built; installed tools stay'

serve:
	@tools/setup serve
	@echo '== the letter will be at http://127.0.0.1:8080/ as soon as the build is done; Ctrl-C ends'
	@trunk serve --offline --address 127.0.0.1 --port 8080

build:
	@tools/setup build
	@tools/build

test:
	@tools/setup test
	@tools/check

screenshots:
	@tools/setup test
	@tools/build
	@cargo run --offline --quiet --package browser-tests --bin screenshots

clean:
	rm -rf target dist

# Runs the steps of set-up and checks: announced, timed, with a log. To be sourced.
#
# The first failure ends everything, with one line that says what failed, why, and what to do.

# Tools of this project are found first, then those that cargo installs for all projects.
export PATH=$PWD/.tools/bin:$PWD/node_modules/.bin:${CARGO_HOME:-$HOME/.cargo}/bin:$PATH
# A backtrace hides what a tool says.
export RUST_BACKTRACE=0

LOGS=${LOGS:-target/logs}
mkdir -p "$LOGS"

# Whatever ends this script ends what it has started, down to the last compiler: each step has a process group of its own.
end_jobs() {
  local job
  for job in $(jobs -p); do kill -- "-$job" 2>/dev/null || true; done
}
trap end_jobs EXIT
trap 'exit 130' INT TERM
trap 'fail "line $LINENO of $0" "$BASH_COMMAND did not work" "look at the lines above, and at $LOGS"' ERR
set -E

# start LOG COMMAND [ARGUMENT…]: starts the command in the background; its process is in $!. If it is a function, its first failure ends it.
start() {
  local log=$1
  shift
  set -m
  { trap - ERR; "$@"; } >"$log" 2>&1 </dev/null &
  set +m
}

# say TEXT: a line of our own, told apart from the output of tools.
say() { printf '== %s\n' "$*"; }

# fail WHAT WHY DO: the one line, and the end.
fail() {
  printf '\n== FAILED: %s. Why: %s. What to do: %s.\n' "$1" "$2" "$3" >&2
  exit 1
}

# step NAME ADVICE COMMAND [ARGUMENT…]: runs the command. Its output goes to a log; every ten seconds the newest line of it is shown, and
# at the end the results of tests.
step() {
  local name=$1 advice=$2 began=$SECONDS shown=$SECONDS log process
  shift 2
  log=$LOGS/$(printf '%s' "$name" | tr -cs '[:alnum:]' '-').log
  say "$name"
  start "$log" "$@"
  process=$!
  while kill -0 "$process" 2>/dev/null; do
    sleep 0.2
    if ((SECONDS - shown >= 10)); then
      shown=$SECONDS
      printf '   %3d s  %s\n' $((SECONDS - began)) "$(tail -n 1 "$log" | tr -d '\r' | cut -c1-90)"
    fi
  done
  if wait "$process"; then
    grep -E '^(test result:|[0-9]+ passed, |[[:alnum:]]+: [0-9]+ passed, |size: )' "$log" | sed 's/^/         /' || true
    printf '   %3d s  done\n' $((SECONDS - began))
  else
    tail -n 40 "$log" >&2
    fail "$name" "$(reason "$log")" "$advice (everything it said: $log)"
  fi
}

# reason LOG: the line that says most about why a command failed.
reason() {
  local line pattern
  for pattern in '^(error|E:|fatal|npm error)|: error: ' '\.\.\. FAILED' 'panicked at' '[^[:space:]]'; do
    line=$(grep -m 1 -aE "$pattern" "$1" || true)
    [ "$pattern" != '[^[:space:]]' ] || line=$(grep -aE "$pattern" "$1" | tail -n 1 || true)
    [ -z "$line" ] || break
  done
  printf '%s' "${line:-it said nothing}" | tr -d '\r' | cut -c1-200
}

# has COMMAND: whether it is on the PATH.
has() { command -v "$1" >/dev/null 2>&1; }

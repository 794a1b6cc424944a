# Installs packages of Debian and its relatives. To be sourced, after steps.sh.

# need_root NAME PACKAGE…: stops, with the command to run, where the packages cannot be installed.
need_root() {
  local name=$1
  shift
  has apt-get || fail "$name" "this system has no apt-get" \
    "install what Debian calls: $*; then run make again"
  [ "$(id -u)" -eq 0 ] || fail "$name" "installing packages needs root" \
    "run: sudo sh -c 'apt-get update && apt-get install --yes --no-install-recommends $*'; then make again"
}

# install_packages NAME [PACKAGE…]: installs those that are missing.
install_packages() {
  local name=$1 missing=() package
  shift
  for package; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  need_root "$name" "${missing[@]}"
  # Where the list of packages cannot be updated, the old one may still do.
  step "$name" "read what apt-get says in the log, and run make again" env DEBIAN_FRONTEND=noninteractive \
    sh -c 'apt-get update; apt-get install --yes --no-install-recommends "$@"' sh "${missing[@]}"
}

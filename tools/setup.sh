#!/bin/sh
# Installs what a verb of the Makefile needs: `tools/setup.sh build` or `tools/setup.sh test`.
#
# Safe to run any number of times. What is there already is left alone, so a second run does nothing and
# needs no network. Debian packages are installed as root or through sudo; the rest stays in the repository.
set -eu
cd "$(dirname "$0")/.."
group=${1:-test}
began=$(date +%s)
did_something=no

say() { echo "setup: $*" >&2; }

fail() {
  say "$*"
  exit 1
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    env DEBIAN_FRONTEND=noninteractive "$@"
  elif command -v sudo >/dev/null; then
    sudo env DEBIAN_FRONTEND=noninteractive "$@"
  else
    fail "needs root or sudo to run: $*"
  fi
}

# The names in tools/packages.txt that this group needs; `test` needs those of `build` too.
packages_wanted() {
  awk -v group="$group" '$1 == "build" || $1 == group { print $2 }' tools/packages.txt
}

is_installed() {
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

install_missing() {
  missing=
  for package in "$@"; do
    is_installed "$package" || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  command -v apt-get >/dev/null || fail "is written for Debian 12; please install:$missing"
  say "installing$missing"
  did_something=yes
  as_root apt-get update -q >&2
  # shellcheck disable=SC2086  # a list of names on purpose
  as_root apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=300 $missing >&2
}

# Vite 8 starts on Node 20.19 and later, 22.12 and later; Debian 12 has 18.
node_is_new_enough() {
  command -v node >/dev/null || return 1
  node -e 'const [major, minor] = process.versions.node.split(".").map(Number);
    process.exit(major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19) ? 0 : 1)'
}

# Debian's npm brings our own Node, pinned by version and integrity in tools/node/package-lock.json. The Node
# packages of Debian and of others exclude each other, so Debian's are asked for only where there is no npm.
ensure_node() {
  PATH=$PWD/.tools/bin:$PATH
  export PATH
  if node_is_new_enough && command -v npm >/dev/null; then return 0; fi
  command -v npm >/dev/null || install_missing nodejs npm
  if node_is_new_enough; then return 0; fi
  say "installing Node into .tools"
  did_something=yes
  mkdir -p .tools/bin
  cp tools/node/package.json tools/node/package-lock.json tools/node/.npmrc .tools/
  (cd .tools && npm ci --ignore-scripts >&2)
  (cd .tools/bin && ln -sf ../node_modules/node-linux-*/bin/node node)
  hash -r  # the shell still remembers where Debian's node is
  node_is_new_enough || fail "has no Node that Vite 8 starts on: could npm reach its registry?"
}

# The stamp is the hash of what was asked for and of the Node it was installed with.
ensure_web_packages() {
  [ -f web/package-lock.json ] || return 0
  stamp=web/node_modules/.kith-installed
  wanted="$(sha256sum <web/package-lock.json | cut -d' ' -f1) $(node --version)"
  if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then return 0; fi
  say "installing the packages of web/"
  did_something=yes
  (cd web && npm ci >&2)
  echo "$wanted" >"$stamp"
}

case $group in
  build | test) ;;
  *) fail "knows the groups build and test, not '$group'" ;;
esac
# shellcheck disable=SC2046  # a list of names on purpose
install_missing $(packages_wanted)
ensure_node
ensure_web_packages
if [ $did_something = yes ]; then
  spent=$(($(date +%s) - began))
  say "done in $((spent / 60)) min $((spent % 60)) s"
fi

# shellcheck shell=bash
# What every script here begins with: stop at the first failure, work from the root of the project.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# A user without a home (a container, a service) has no place for the compiler's cache; the build folder is one.
if [ -z "${CCACHE_DIR:-}" ] && { [ -z "${HOME:-}" ] || [ ! -w "$HOME" ]; }; then
  export CCACHE_DIR=$PWD/build/ccache
fi

say() { printf '\n== %s\n' "$*"; }
fail() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

# Configures and builds a preset of CMakePresets.json; further arguments name targets.
build() {
  local preset=$1
  shift
  say "Building ($preset)"
  cmake --preset "$preset"
  cmake --build --preset "$preset" ${1:+--target "$@"}
}

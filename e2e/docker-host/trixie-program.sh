#!/usr/bin/env bash
# Brings a program of Debian trixie that Debian 12 has not, or only an older one: trixie-program.sh PACKAGE PATH
# Prints where it lies. Nothing is installed on the machine: it has to run with the machine's own C library.
set -euo pipefail
. "$(dirname "$0")/settings.sh"

package="$1" path="$2"
program="$E2E_HOME/trixie-programs/$(basename "$path")"
if [ ! -x "$program" ]; then
  say "fetching $package from Debian trixie"
  mkdir -p "$E2E_HOME/trixie-programs"
  docker run --rm --volume "$E2E_HOME/trixie-programs:/out" debian:trixie-slim sh -ec '
    apt-get -qq update
    cd /tmp
    apt-get -qq -o APT::Sandbox::User=root download "$1"
    dpkg -x "$1"_*.deb package
    cp "package/$2" "/out/$(basename "$2").$$"
    mv "/out/$(basename "$2").$$" "/out/$(basename "$2")"' sh "$package" "$path" >&2
fi
echo "$program"

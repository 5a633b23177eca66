#!/usr/bin/env bash
# Builds a program of Go: go-program.sh FOLDER, or go-program.sh PACKAGE@VERSION, whose modules come from the module proxy.
# Prints where it lies. Nothing is installed on the machine. Fails, and says why, where there is no Go or a module cannot be had.
set -euo pipefail
. "$(dirname "$0")/settings.sh"

export PATH="$PATH:/usr/local/go/bin"
command -v go > /dev/null || { echo "there is no Go on this machine" >&2; exit 1; }

source="$1"
programs="$E2E_HOME/go-programs"
if [ -d "$source" ]; then
  program="$programs/$(basename "$source")"
  # Go knows by itself what has changed.
  (cd "$source" && go build -o "$program" .) >&2
else
  name="$(basename "${source%@*}")"
  program="$programs/$name@${source##*@}/$name"
  if [ ! -x "$program" ]; then
    say "building $name"
    GOBIN="$(dirname "$program")" go install "$source" >&2
  fi
fi
echo "$program"

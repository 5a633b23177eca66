#!/usr/bin/env bash
# Builds a program of Go: go-program.sh FOLDER, or go-program.sh PACKAGE@VERSION, whose modules come from the module proxy.
# Prints where it lies. A folder without sources of its own is a module whose go.mod names tools: prints the folder where these lie.
# Nothing is installed on the machine. Fails, and says why, where there is no Go or a module cannot be had.
set -euo pipefail
. "$(dirname "$0")/settings.sh"

export PATH="$PATH:/usr/local/go/bin"
command -v go > /dev/null || { echo "there is no Go on this machine" >&2; exit 1; }

source="$1"
programs="$E2E_HOME/go-programs"
if [ -f "$source/go.mod" ] && ! compgen -G "$source/*.go" > /dev/null; then
  program="$programs/$(basename "$source")-tools"
  say "building the tools of $(basename "$source")"
  mkdir -p "$program"
  # Not `go install`: it takes no module whose own go.mod leaves out or replaces another one.
  (cd "$source" && go build -trimpath -o "$program/" tool) >&2
elif [ -d "$source" ]; then
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

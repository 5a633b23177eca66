#!/usr/bin/env bash
# stage.sh FOLDER PROJECT...: puts compiled projects of this workspace (apps/api, tools/prepare, ...) into FOLDER, with what they
# need to run, in the versions of the lockfile. They lie at the same paths there. Needs pnpm on PATH and a full install;
# fetches nothing.
set -euo pipefail

target="$1"
shift
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mkdir -p "$target"

cp package.json pnpm-lock.yaml pnpm-workspace.yaml "$target"
filters=()
for project in "$@"; do filters+=(--filter-prod "@berth/$(basename "$project")..."); done
for project in $(pnpm "${filters[@]}" list --depth -1 --parseable); do
  project="${project#"$PWD/"}"
  [ -d "$project/dist" ] || continue
  mkdir -p "$target/$project"
  cp -r "$project/package.json" "$project/dist" "$target/$project"
  [ ! -d "$project/bin" ] || cp -r "$project/bin" "$target/$project"
done
find "$target" -path '*/dist/*' -name '*.test.*' -delete

# The target may lie on another file system, for which pnpm would begin a store of its own.
store="$(pnpm store path)"
cd "$target"
CI=true pnpm install --prod --frozen-lockfile --offline --ignore-scripts --store-dir "$store" "${filters[@]}"
# Interrupted, pnpm ends as if all were well; this is what it writes last.
[ -f node_modules/.modules.yaml ] || { echo "pnpm did not come to its end." >&2; exit 1; }

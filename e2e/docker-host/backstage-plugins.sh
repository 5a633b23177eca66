#!/usr/bin/env bash
# Brings the two plugins of Backstage for Harbor, with what they need, from npm. Prints the folder. None of their install scripts runs.
set -euo pipefail
. "$(dirname "$0")/settings.sh"

plugins=(@digitalist-open-cloud/backstage-plugin-harbor-backend@0.9.0 @bestsellerit/backstage-plugin-harbor-backend@0.3.2)
folder="$E2E_HOME/backstage-plugins"
if [ ! -d "$folder/node_modules" ]; then
  say "fetching the plugins of Backstage"
  draft="$(mktemp -d "$E2E_HOME/backstage.XXXXXX")"
  trap 'rm -rf "$draft"' EXIT
  echo '{"private":true}' > "$draft/package.json"
  npm install --prefix "$draft" --ignore-scripts --legacy-peer-deps --no-audit --no-fund --silent "${plugins[@]}" >&2
  mkdir -p "$folder"
  mv "$draft/node_modules" "$folder/"
fi
echo "$folder"

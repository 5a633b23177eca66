# shellcheck shell=bash
# Brings Berth's own Node.js and pnpm into .runtime/ and puts them first on PATH.
# Sourced by install.sh, test.sh and pack scripts; needs only an npm of any recent version.
# Sets: BERTH_ROOT, PATH.

BERTH_ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

berth_runtime() {
  local node_version pnpm_version arch home="$BERTH_ROOT/.runtime"
  node_version="$(cat "$BERTH_ROOT/.node-version")"
  pnpm_version="$(sed -n 's/.*"packageManager": "pnpm@\([0-9.]*\)".*/\1/p' "$BERTH_ROOT/package.json")"
  case "$(uname -m)" in
    x86_64) arch=x64 ;;
    aarch64) arch=arm64 ;;
    *) echo "Berth needs x86_64 or aarch64, not $(uname -m)." >&2; return 1 ;;
  esac
  if [ "$(cat "$home/version" 2>/dev/null)" != "$node_version $pnpm_version" ]; then
    command -v npm >/dev/null || { echo "npm is missing: install Node.js 20 or newer." >&2; return 1; }
    echo "Fetching Node.js $node_version and pnpm $pnpm_version into .runtime/ ..." >&2
    rm -rf "$home"
    mkdir -p "$home/bin"
    npm install --prefix "$home" --no-save --no-audit --no-fund --loglevel=error \
      "node-linux-$arch@$node_version" "pnpm@$pnpm_version" >&2 || return 1
    ln -s "../node_modules/node-linux-$arch/bin/node" "$home/bin/node"
    printf '#!/bin/sh\nexec "%s/bin/node" "%s/node_modules/pnpm/bin/pnpm.mjs" "$@"\n' "$home" "$home" > "$home/bin/pnpm"
    chmod +x "$home/bin/pnpm"
    echo "$node_version $pnpm_version" > "$home/version"
  fi
  export PATH="$home/bin:$PATH"
}

# shellcheck shell=bash
# Brings Berth's own Node.js and pnpm, as the lockfile in deploy/runtime knows them by their hashes, into .runtime/ and puts them first on PATH.
# Sourced by install.sh, test.sh and pack scripts; needs only an npm of any recent version.
# Sets: BERTH_ROOT, PATH.

BERTH_ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

# registry_answers [FROM [WAY]]: false, and says why, where npm's registry of packages is out of reach, and what changes the way to it.
registry_answers() {
  local from="${1:-this machine}" way="${2:-npm config set registry, or https-proxy,}" answer status=0
  command -v npm > /dev/null || return 0
  answer="$(cd "$BERTH_ROOT/deploy/runtime" && timeout 20 npm view pnpm version --fetch-retries=0 --fetch-timeout=10000 2>&1)" || status=$?
  # One that has not the list of a package may have what the lockfiles name.
  [ "$status" -ne 0 ] && [[ "$answer" != *' code E404'* ]] || return 0
  # Of what npm says, the first whole sentence.
  answer="$(printf '%s\n' "$answer" | sed -En 's/^npm (error|ERR!) //; /^(code|errno|syscall) /d; s/ - .*//; s/^([0-9]+) \1 /\1 /; / /{p; q}' | cut -c -300)"
  [ "$status" -ne 124 ] || answer='no answer within 20 s'
  echo "The package registry $(npm config get registry) cannot be reached from $from: ${answer:-npm ended with $status}." >&2
  echo "Berth's own packages come from there ($way change the way to it). harbor.cfg has no part in this." >&2
  return 1
}

berth_runtime() {
  local arch pnpm home="$BERTH_ROOT/.runtime" lock="$BERTH_ROOT/deploy/runtime/package-lock.json" print
  case "$(uname -m)" in
    x86_64) arch=x64 ;;
    aarch64) arch=arm64 ;;
    *) echo "Berth needs x86_64 or aarch64, not $(uname -m)." >&2; return 1 ;;
  esac
  print="$(sha256sum < "$lock")"
  if [ "$(cat "$home/version" 2> /dev/null)" != "$print" ]; then
    command -v npm > /dev/null || { echo "npm is missing: install Node.js 20 or newer." >&2; return 1; }
    registry_answers || return 1
    echo "Fetching Node.js and pnpm into .runtime/ ..." >&2
    rm -rf "$home"
    mkdir -p "$home/bin"
    cp "$BERTH_ROOT/deploy/runtime/package.json" "$lock" "$home"
    # Not by --prefix: npm would look for this machine's settings there, too.
    # What is served wrong is said after seconds, as pnpm-workspace.yaml has it for all else: npm waits 10 s and then 60 s.
    (cd "$home" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error --fetch-retries=3 --fetch-retry-factor=2 --fetch-retry-mintimeout=1000 >&2) || return 1
    [ -x "$home/node_modules/node-linux-$arch/bin/node" ] || { echo "Node.js for $arch could not be fetched." >&2; return 1; }
    ln -s "../node_modules/node-linux-$arch/bin/node" "$home/bin/node"
    echo "$print" > "$home/version"
  fi
  # By its own place: the folder may be moved, or copied.
  # shellcheck disable=SC2016 # the script's own variables
  pnpm='bin="$(dirname "$(readlink -f "$0")")"
exec "$bin/node" "$bin/../node_modules/pnpm/bin/pnpm.mjs" "$@"'
  if [ "$(tail -n +2 "$home/bin/pnpm" 2> /dev/null)" != "$pnpm" ]; then
    printf '#!/bin/sh\n%s\n' "$pnpm" > "$home/bin/pnpm.new"
    chmod +x "$home/bin/pnpm.new"
    mv "$home/bin/pnpm.new" "$home/bin/pnpm"
  fi
  export PATH="$home/bin:$PATH"
}

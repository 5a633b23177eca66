# shellcheck shell=bash
# Shared by install.sh, prepare and berth, which source it. Needs bash only.
# Sets: BERTH_ROOT.

BERTH_ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
if [ -f "$BERTH_ROOT/tools/runtime.sh" ]; then
  # shellcheck source=tools/runtime.sh
  . "$BERTH_ROOT/tools/runtime.sh"
fi

if [ -t 1 ] && command -v tput > /dev/null && [ "$(tput colors 2> /dev/null || echo 0)" -ge 8 ]; then
  bold="$(tput bold)" underline="$(tput smul)" reset="$(tput sgr0)"
  red="$(tput setaf 1)" green="$(tput setaf 2)" tan="$(tput setaf 3)" blue="$(tput setaf 4)"
else
  bold='' underline='' reset='' red='' green='' tan='' blue=''
fi

h2() { printf '\n%s\n\n' "$underline$bold$blue$*$reset"; }
note() { printf '%s\n' "$underline$bold${blue}Note:$reset $blue$*$reset"; }
warn() { printf '%s\n' "$tan➜ $*$reset"; }
success() { printf '%s\n' "$green✔ $*$reset"; }
error() { printf '%s\n' "$red✖ $*$reset" >&2; }
die() { error "$*"; exit 1; }

# A folder made by pnpm package:offline brings its own Node.js and images, and has no sources.
is_package() { [ -f "$BERTH_ROOT/VERSION" ]; }

berth_version() {
  if is_package; then cat "$BERTH_ROOT/VERSION"; else sed -n 's/.*"version": "\(.*\)".*/\1/p' "$BERTH_ROOT/package.json"; fi
}

# installed KEY: what the last prepare wrote to .env; empty when nothing was installed from this folder.
installed() {
  [ -f "$BERTH_ROOT/.env" ] || return 0
  sed -n "s/^$1=\"\{0,1\}\([^\"]*\)\"\{0,1\}\$/\1/p" "$BERTH_ROOT/.env"
}

# run_prepare ARGUMENTS...: the program that checks and renders, on our own Node.js.
run_prepare() {
  local node main
  if is_package; then
    node="$BERTH_ROOT/runtime/bin/node" main="$BERTH_ROOT/runtime/tools/prepare/dist/main.js"
  else
    build_prepare || return 1
    node="$BERTH_ROOT/.runtime/bin/node" main="$BERTH_ROOT/tools/prepare/dist/main.js"
  fi
  set -- --root "$BERTH_ROOT" --version "$(berth_version)" "$@"
  # The environment's host beats the file's hostname, as in Harbor.
  [ -z "${host:-}" ] || set -- --hostname "$host" "$@"
  "$node" "$main" "$@"
}

build_prepare() {
  (
    cd "$BERTH_ROOT" || exit 1
    berth_runtime || exit 1
    if [ ! -d tools/prepare/node_modules/zod ] || [ ! -d node_modules/typescript ]; then
      quietly "fetching what prepare needs" pnpm install --frozen-lockfile --filter berth --filter @berth/prepare || exit 1
    fi
    quietly "compiling prepare" pnpm exec tsc -b tools/prepare
  )
}

# quietly WHAT COMMAND...: prints the command's output only when it fails.
quietly() {
  local what="$1" log
  shift
  log="$(mktemp)"
  if "$@" > "$log" 2>&1; then
    rm -f "$log"
  else
    cat "$log" >&2
    rm -f "$log"
    error "$what failed"
    return 1
  fi
}

# http_status PORT PATH: status code that 127.0.0.1 answers, or nothing.
http_status() {
  http_get "$1" "$2" | sed -n '1s/^HTTP[^ ]* \([0-9]*\).*/\1/p'
}

# http_get PORT PATH: the whole answer of 127.0.0.1.
http_get() {
  # shellcheck disable=SC2016 # the inner shell's own variables
  timeout 10 bash -c 'exec 3<> "/dev/tcp/127.0.0.1/$0" && printf "GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n" "$1" >&3 && cat <&3' \
    "$1" "$2" 2> /dev/null | tr -d '\r'
}

# platform_healthy: true when the api calls every component healthy, through the proxy.
platform_healthy() {
  local answer
  answer="$(http_get "$(installed HTTP_PORT)" /api/v2.0/health)"
  [[ "$answer" =~ ^HTTP/[0-9.]+\ 200 && "$answer" == *'"status":"healthy"'* && "$answer" != *'"unhealthy"'* ]]
}

# unhealthy_components: names that /api/v2.0/health calls unhealthy.
unhealthy_components() {
  http_get "$(installed HTTP_PORT)" /api/v2.0/health | grep -o '{[^{}]*"unhealthy"[^{}]*}' |
    sed -n 's/.*"name":"\([^"]*\)".*/\1/p' | paste -sd ' '
}

# pss PID...: sum of the processes' proportional set sizes in kB; nothing when they may not be read.
pss() {
  local pid files=()
  for pid in "$@"; do [ ! -r "/proc/$pid/smaps_rollup" ] || files+=("/proc/$pid/smaps_rollup"); done
  [ "${#files[@]}" -gt 0 ] || return 0
  cat "${files[@]}" 2> /dev/null | awk '/^Pss:/ { sum += $2 } END { if (NR > 0) print sum }'
}

status_head() { printf '%-12s %-10s %-10s %10s\n' SERVICE STATE HEALTH MEMORY; }

# status_row NAME STATE HEALTH KB
status_row() {
  local memory=-
  [ -z "$4" ] || memory="$(awk -v kb="$4" 'BEGIN { printf "%.1f MB", kb / 1000 }')"
  printf '%-12s %-10s %-10s %10s\n' "$1" "$2" "$3" "$memory"
}

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

# ensure_user: the system user berth, who owns the data of an installation by root and runs its services, in containers as without. Whoever
# else is that user, or in its group, would read all secrets or all blobs: such an account is taken only where it has been before.
ensure_user() {
  local shared
  [ "$(id -u)" -eq 0 ] || return 0
  id berth > /dev/null 2>&1 ||
    useradd --system --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin berth ||
    die "The system user berth could not be made: make it, and run ./install.sh again."
  shared="$(user_is_shared)"
  [ -n "$shared" ] || return 0
  [ "$(id -u berth)" -ne 0 ] && [ "$(installed BERTH_UID)" = "$(id -u berth)" ] ||
    die "$shared Rename that account or group, and run ./install.sh again: it makes a system user of its own."
  warn "$shared"
}

# user_is_shared: says so where the user berth is somebody else, too, by a name or by a number, or its group has others in it.
user_is_shared() {
  local account id group shell others twins
  account="$(getent passwd berth)" || return 0
  IFS=: read -r _ _ id group _ _ shell <<< "$account"
  others="$({ getent group "$group" | cut -d : -f 4 | tr , '\n'; getent passwd | awk -F : -v group="$group" '$4 == group { print $1 }'; } |
    grep -vx -e berth -e '' | sort -u | head -n 3 | paste -sd ' ')" || true
  twins="$(getent passwd | awk -F : -v id="$id" '$3 == id && $1 != "berth" { print $1 }' | sort -u | head -n 3 | paste -sd ' ')"
  if [ "$id" -eq 0 ]; then
    echo "The user berth is root by another name, and would run every service."
  elif [ -n "$twins" ]; then
    echo "The user berth has the same user id as others ($twins), and all of Berth's secrets would be theirs."
  elif [ "$id" -ge 1000 ] && [[ ! "$shell" =~ /(nologin|false)$ ]]; then
    echo "The user berth is a person's account (user id $id, $shell), and all of Berth's secrets would be theirs."
  elif [ -n "$others" ]; then
    echo "The group of the user berth has others in it ($others), who could read what Berth stores."
  fi
}

# data_owner: UID:GID of who owns the data: that user, or whoever installs where that is not root; nothing while the user is not there yet.
data_owner() {
  if [ "$(id -u)" -ne 0 ]; then
    echo "$(id -u):$(id -g)"
  elif id berth > /dev/null 2>&1; then
    echo "$(id -u berth):$(id -g berth)"
  fi
}

# docker_trusts NAME: whether Docker speaks plain HTTP to a registry of this name by itself: to this machine it does.
docker_trusts() { [[ "$1" =~ ^(localhost|127(\.[0-9]+){3})(:[0-9]+)?$ ]]; }

# make_for_owner FOLDER: makes it where it is not there, for whom the services run as. FOLDER is a whole path whose links are not followed yet:
# where the services can put one, they make the folder themselves, or root would give them one wherever the link leads.
make_for_owner() {
  local at="$1" above
  [ ! -d "$1" ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    mkdir -p -- "$1"
    return
  fi
  until [ "$at" = / ]; do
    above="$(dirname -- "$at")"
    # In a sticky folder they cannot replace what is root's.
    if as_owner test -w "$above" && ! { [ -k "$above" ] && [ "$(stat -c %u -- "$at" 2> /dev/null)" = 0 ]; }; then
      as_owner mkdir -p -- "$1"
      return
    fi
    at="$above"
  done
  mkdir -p -- "$1"
  chown --no-dereference "$(installed BERTH_UID):$(installed BERTH_GID)" -- "$1"
}

# as_owner COMMAND...: as whom the services run as. By root it may also read any folder, and link the files in it, and nothing more: what it
# writes to belongs to the services, who could have put links there for root to follow. Without the secure bit, access(2) would forget that right.
as_owner() {
  local rights='-all,+dac_read_search,+fowner'
  if [ "$(id -u)" -ne 0 ]; then
    "$@"
  else
    setpriv --reuid "$(installed BERTH_UID)" --regid "$(installed BERTH_GID)" --clear-groups --no-new-privs --securebits +no_setuid_fixup \
      --inh-caps "$rights" --ambient-caps "$rights" --bounding-set "$rights" "$@"
  fi
}

# conf_file: the settings: harbor.yml of Harbor 1.8 and later where one lies here, else harbor.cfg.
conf_file() {
  if [ -f "$BERTH_ROOT/harbor.yml" ]; then echo "$BERTH_ROOT/harbor.yml"; else echo "$BERTH_ROOT/harbor.cfg"; fi
}

# own_node: our own Node.js.
own_node() {
  if is_package; then echo "$BERTH_ROOT/runtime/bin/node"; else echo "$BERTH_ROOT/.runtime/bin/node"; fi
}

# run_prepare ARGUMENTS...: the program that checks and renders. Returns 3 where it could not be built: harbor.cfg was not looked at.
run_prepare() {
  local node main
  if is_package; then
    main="$BERTH_ROOT/runtime/tools/prepare/dist/main.js"
  else
    build_prepare || return 3
    main="$BERTH_ROOT/tools/prepare/dist/main.js"
  fi
  node="$(own_node)"
  set -- --root "$BERTH_ROOT" --conf "$(conf_file)" --version "$(berth_version)" "$@"
  # The environment's host beats the file's hostname, as in Harbor.
  [ -z "${host:-}" ] || set -- --hostname "$host" "$@"
  "$node" "$main" "$@"
}

# Once for all that one script does.
build_prepare() {
  [ -z "${prepare_built:-}" ] || return 0
  (
    cd "$BERTH_ROOT" || exit 1
    berth_runtime || exit 1
    if [ ! -d tools/prepare/node_modules/zod ] || [ ! -d node_modules/typescript ]; then
      fetching "fetching what prepare needs" pnpm install --frozen-lockfile --filter berth --filter @berth/prepare || exit 1
    fi
    quietly "compiling prepare" node_modules/.bin/tsc -b tools/prepare
  ) || return 1
  prepare_built=yes
}

# quietly WHAT COMMAND...: prints the command's output only when it fails, and meanwhile, each 10 seconds, that it goes on.
quietly() {
  local what="$1" log clock status=0
  shift
  log="$(mktemp)" || return 1
  (
    # Not for ever where the script was killed.
    while sleep 10 > /dev/null 2>&1 && kill -0 "$$" 2> /dev/null; do
      seconds=$((${seconds:-0} + 10))
      echo "  ... $what: $seconds s"
    done
  ) &
  clock=$!
  "$@" > "$log" 2>&1 || status=$?
  kill "$clock" 2> /dev/null
  wait "$clock" 2> /dev/null || true
  if [ "$status" -ne 0 ]; then
    cat "$log" >&2
    error "$what failed"
    full_folders "${TMPDIR:-/tmp}" "$BERTH_ROOT" >&2
  fi
  rm -f "$log"
  return "$status"
}

# fetching WHAT PNPM ARGUMENTS...: quietly, from what pnpm has at hand; else from the registry of packages. Where that cannot be reached, this
# is said, and soon.
fetching() {
  local what="$1"
  shift
  ! "$@" --offline > /dev/null 2>&1 || return 0
  registry_answers && quietly "$what" "$@"
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

# platform_healthy: true when the api calls every component healthy, through the proxy. A full disk is the operator's, and no reason to wait.
platform_healthy() {
  local answer unhealthy
  answer="$(http_get "$(installed HTTP_PORT)" /api/v2.0/health)"
  unhealthy="$(unhealthy_in "$answer")"
  [[ "$answer" =~ ^HTTP/[0-9.]+\ 200 && "$answer" == *'"status":"healthy"'* ]] && [ "${unhealthy:-storage}" = storage ]
}

# unhealthy_components: names that /api/v2.0/health calls unhealthy.
unhealthy_components() {
  unhealthy_in "$(http_get "$(installed HTTP_PORT)" /api/v2.0/health)"
}

unhealthy_in() {
  { grep -o '{[^{}]*"unhealthy"[^{}]*}' <<< "$1" || true; } | sed -n 's/.*"name":"\([^"]*\)".*/\1/p' | paste -sd ' '
}

# room_of FOLDER: MiB and files that still fit on its disk. Some file systems make room for files as they need it, and count none.
room_of() {
  df --block-size=1M --output=avail,iavail,itotal -- "$1" | awk 'NR == 2 { print $1, ($3 > 0 ? $2 : 10 ^ 9) }'
}

# full_folders FOLDER...: those that are there and on whose disk nothing more fits, in words.
full_folders() {
  local folder room left
  for folder in "$@"; do
    [ -d "$folder" ] || continue
    read -r room left < <(room_of "$folder")
    # PostgreSQL writes 16 MiB at a time.
    [ "$room" -ge 16 ] && [ "$left" -ge 100 ] || echo "The disk of $folder is full: $room MiB and $left files are free."
  done
}

# pss PID...: sum of the processes' proportional set sizes in kB; nothing when they may not be read.
pss() {
  local pid files=()
  for pid in "$@"; do [ ! -r "/proc/$pid/smaps_rollup" ] || files+=("/proc/$pid/smaps_rollup"); done
  [ "${#files[@]}" -gt 0 ] || return 0
  # One that has ended meanwhile, as health checks do all the time, counts nothing.
  { cat "${files[@]}" 2> /dev/null || true; } | awk '/^Pss:/ { sum += $2 } END { if (NR > 0) print sum }'
}

status_head() { printf '%-12s %-10s %-10s %10s\n' SERVICE STATE HEALTH MEMORY; }

# status_row NAME STATE HEALTH KB
status_row() {
  local memory=-
  [ -z "$4" ] || memory="$(awk -v kb="$4" 'BEGIN { printf "%.1f MB", kb / 1000 }')"
  printf '%-12s %-10s %-10s %10s\n' "$1" "$2" "$3" "$memory"
}

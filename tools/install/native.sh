# shellcheck shell=bash
# Plain processes under runit. Sourced after common.sh.

native_services=(postgresql redis registry api jobservice proxy)

# --- What the machine must have ------------------------------------------------

postgresql_bin() {
  local folder
  for folder in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -Vr); do
    [ ! -x "$folder/postgres" ] || { echo "$folder"; return; }
  done
}

# What whoever sources this needs as well, as package:program.
also_needed=()

# Packages of Debian whose programs are missing here.
missing_packages() {
  local pair
  [ -n "$(postgresql_bin)" ] || echo postgresql
  command -v redis-server > /dev/null || echo redis-server
  [ -x /usr/sbin/nginx ] || command -v nginx > /dev/null || echo nginx
  command -v runsvdir > /dev/null || echo runit
  command -v pgrep > /dev/null || echo procps
  for pair in "${also_needed[@]}"; do
    [ -x "${pair#*:}" ] || echo "${pair%%:*}"
  done
}

check_native() {
  local missing
  mapfile -t missing < <(missing_packages)
  [ "${#missing[@]}" -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    die "Missing programs. Have an administrator run: apt-get install ${missing[*]}"
  fi
  command -v apt-get > /dev/null || die "Missing programs, and no apt-get to install them with: ${missing[*]}"
}

# Installs what is missing. Berth runs its own copies, so Debian must neither start nor enable the ones that come with the packages.
install_packages() {
  local missing policy=/usr/sbin/policy-rc.d clusters=/etc/postgresql-common/createcluster.conf own_policy='' status=0 update
  mapfile -t missing < <(missing_packages)
  [ "${#missing[@]}" -gt 0 ] || return 0
  note "installing packages: ${missing[*]}"
  if [ ! -e "$policy" ]; then
    own_policy=yes
    printf '#!/bin/sh\nexit 101\n' > "$policy"
    chmod +x "$policy"
  fi
  # What it says matters where a package is not to be had: the list of one mirror may be missing.
  update="$(mktemp)"
  apt_get update --error-on=any -o Acquire::Retries=0 2> "$update" || true
  case " ${missing[*]} " in
    *' postgresql '*)
      apt_get install postgresql-common || status=1
      [ ! -f "$clusters" ] || { cp -p "$clusters" "$clusters.berth" && echo 'create_main_cluster = false' >> "$clusters"; }
      ;;
  esac
  [ "$status" -ne 0 ] || apt_get install "${missing[@]}" || status=1
  [ ! -f "$clusters.berth" ] || mv "$clusters.berth" "$clusters"
  [ -z "$own_policy" ] || rm -f "$policy"
  [ "$status" -eq 0 ] || cat "$update" >&2
  rm -f "$update"
  [ "$status" -eq 0 ] ||
    die "apt-get could not install: ${missing[*]}. They come from the mirrors in /etc/apt/sources.list and sources.list.d; harbor.cfg has no part in this."
  local package
  for package in "${missing[@]}"; do
    # The machine's own settings of the kernel come by the service procps.
    [[ "$package" =~ ^(runit|procps)$ ]] || disable_service "$package"
  done
}

apt_get() {
  # A mirror that does not answer is given up after seconds, not after minutes.
  quietly "apt-get $1" env DEBIAN_FRONTEND=noninteractive apt-get -y -o DPkg::Lock::Timeout=600 -o Acquire::Retries=1 \
    -o Acquire::http::Timeout=10 -o Acquire::https::Timeout=10 --no-install-recommends "$@"
}

disable_service() {
  if command -v systemctl > /dev/null; then systemctl disable --quiet "$1.service" > /dev/null 2>&1 || true; fi
  if command -v update-rc.d > /dev/null; then update-rc.d "$1" disable > /dev/null 2>&1 || true; fi
}

# --- Who runs it ---------------------------------------------------------------

native_prepare() {
  local owner
  [[ " $* " == *' --check '* ]] || ensure_user
  owner="$(data_owner)"
  set -- --mode native ${owner:+--owner "$owner"} "$@"
  [ "$(id -u)" -ne 0 ] || set -- --user berth "$@"
  run_prepare "$@"
}

# --- Programs ------------------------------------------------------------------

build_native() {
  (
    cd "$BERTH_ROOT" || exit 1
    berth_runtime || exit 1
    echo "Fetching dependencies"
    fetching "pnpm install" pnpm install --frozen-lockfile || exit 1
    echo "Compiling services"
    # The folder of migrations is their list: one that a version before has compiled there would be one of this version's.
    rm -rf packages/database/dist packages/database/tsconfig.tsbuildinfo
    quietly "the build" pnpm exec tsc -b apps/registry apps/api apps/jobservice apps/standalone || exit 1
    echo "Building the portal"
    quietly "the build of the portal" pnpm --filter @berth/portal exec vite build
  )
}

# programs_print: changes with the programs that were built, and with nothing else.
programs_print() {
  (
    cd "$BERTH_ROOT" || exit 1
    {
      cat .node-version pnpm-lock.yaml tools/stage.sh deploy/run-batch.sh deploy/log-or-drop.pl deploy/postgresql/run-postgresql.sh tools/install/native-stop.sh
      find apps packages -name node_modules -prune -o -path '*/dist/*' -type f -print0 | sort -z | xargs -0 sha256sum
    } | sha256sum
  )
}

# need_room DATA: ends where the programs that were built do not fit beside those that run. Otherwise the copy would take what the database needs.
need_room() {
  local app="$1/native/app" needed files room left
  [ -d "$app" ] && [ "$(cat "$app/print" 2> /dev/null)" != "$(programs_print)" ] || return 0
  rm -rf "$app.new"
  # A tenth more for a version that has grown, and what a full disk leaves to the database at least.
  needed=$(($(du -sm "$app" | cut -f 1) * 11 / 10 + 64))
  files=$(($(du -s --inodes "$app" | cut -f 1) * 11 / 10))
  read -r room left < <(room_of "$app")
  [ "$room" -lt "$needed" ] || [ "$left" -lt "$files" ] || return 0
  die "No room for the new programs in $1: they need $needed MiB and $files files, $room MiB and $left files are free. What runs goes on:" \
    "make room (docs/freeing-space.md), and run ./install.sh again."
}

# stage_programs DATA: copies programs to where the services' user can read them, beside the running ones; switch_programs puts them in
# place. Where the same ones run, nothing is copied.
stage_programs() {
  local app="$1/native/app.new" print
  rm -rf "$app"
  print="$(programs_print)"
  [ "$(cat "$1/native/app/print" 2> /dev/null)" != "$print" ] || return 0
  (
    # Whatever the caller's mask: the services' user reads them.
    umask 022
    mkdir -p "$app/bin"
    cd "$BERTH_ROOT" || exit 1
    berth_runtime || exit 1
    quietly "copying the services" tools/stage.sh "$app/services" apps/registry apps/api apps/jobservice apps/standalone || exit 1
    cp -L .runtime/bin/node "$app/bin/node"
    cp -r apps/portal/dist "$app/portal"
    find "$app/portal" -type f \( -name '*.js' -o -name '*.css' -o -name '*.html' -o -name '*.svg' \) -exec gzip -9 -k -n {} +
    cp deploy/run-batch.sh deploy/log-or-drop.pl deploy/postgresql/run-postgresql.sh tools/install/native-stop.sh "$app"
    chmod +x "$app"/*.sh "$app"/*.pl
    # A copy keeps the mode that a strict mask gave the checkout, Node.js or the store of packages.
    chmod -R go+rX "$app"
    echo "$print" > "$app/print"
  ) || {
    rm -rf "$app"
    die "The programs could not be copied to $app."
  }
}

# staged_programs DATA: whether there are programs to be put in place.
staged_programs() { [ -d "$1/native/app.new" ]; }

switch_programs() {
  staged_programs "$1" || return 0
  rm -rf "$1/native/app.old"
  [ ! -d "$1/native/app" ] || mv "$1/native/app" "$1/native/app.old"
  mv "$1/native/app.new" "$1/native/app"
  rm -rf "$1/native/app.old"
}

# --- Running -------------------------------------------------------------------

has_systemd() {
  [ "$(id -u)" -eq 0 ] && [ -d /run/systemd/system ] && command -v systemctl > /dev/null
}

# supervisor_pid DATA: process id of the installation's runsvdir, or nothing.
supervisor_pid() {
  local folder="$1/native/service" process words
  for process in $(pgrep -x runsvdir); do
    mapfile -d '' -t words < "/proc/$process/cmdline" 2> /dev/null || continue
    [ "${words[2]:-}" != "$folder" ] || { echo "$process"; return; }
  done
}

native_runs() {
  [ "$(installed BERTH_MODE)" = native ] && [ -n "$(supervisor_pid "$(installed DATA_VOLUME)")" ]
}

units=/etc/systemd/system

# unit_name DATA: the unit that the installation has, else berth.service, or where that is another one's, a name that no other can have.
unit_name() {
  local unit
  for unit in "$units"/berth*.service; do
    ! grep -qsxF "ExecStart=runsvdir -P $1/native/service" "$unit" || { basename "$unit"; return; }
  done
  if [ -f "$units/berth.service" ]; then echo "berth-$(systemd-escape --path "$1").service"; else echo berth.service; fi
}

native_start_all() {
  local data="$1" service unit
  [ -d "$data/native/service" ] || die "There is no installation in $data: bring the folder back, or run ./install.sh."
  [ -w "$data/native/service" ] || die "Nothing can be written to $data: its disk is mounted read-only, or the folder is somebody else's."
  for service in "${native_services[@]}"; do rm -f "$data/native/service/$service/down"; done
  if has_systemd; then
    unit="$(unit_name "$data")"
    write_unit "$data" "$unit"
    systemctl enable --quiet "$unit"
    systemctl restart "$unit"
  elif [ -z "$(supervisor_pid "$data")" ]; then
    (
      cd /
      setsid env -u host PATH="$PATH:/usr/sbin:/sbin" runsvdir -P "$data/native/service" > /dev/null 2>&1 < /dev/null 7<&- &
    )
    [ "$(id -u)" -eq 0 ] || note "Without root nothing starts Berth after a reboot: run ./berth start then."
  fi
}

# native_remember DATA: notes with which files the services were started. Only once that is done: a run that was cut short is made up for by the next.
native_remember() {
  local service
  for service in log "${native_services[@]}"; do
    echo "$service $(installed "BERTH_RENDERED_${service^^}")"
  done > "$1/native/started"
}

# native_runs_as_rendered DATA SERVICE
native_runs_as_rendered() {
  grep -qxF "$2 $(installed "BERTH_RENDERED_${2^^}")" "$1/native/started" 2> /dev/null
}

# native_starts_whole DATA: whether restarting services is not enough: there are other programs, or their logs are kept elsewhere.
native_starts_whole() { staged_programs "$1" || ! native_runs_as_rendered "$1" log; }

# native_apply DATA SERVICE...: has what runs take new settings: the services named are started again.
native_apply() {
  local service
  shift
  for service in "$@"; do
    echo "Restarting $service"
    native_sv -w 60 restart "$service" > /dev/null || true
  done
  native_sv up "${native_services[@]}" > /dev/null
  # What keeps the logs reads anew how they are rotated.
  native_sv hup "${native_services[@]/%//log}" > /dev/null || true
}

# write_unit DATA UNIT
write_unit() {
  unit_text "$1" > "$units/$2"
  systemctl daemon-reload
}

unit_text() {
  cat <<UNIT
[Unit]
Description=Berth container registry
Wants=network-online.target
After=network-online.target

[Service]
ExecStart=runsvdir -P $1/native/service
ExecStop=$1/native/app/native-stop.sh $1/native/service \$MAINPID
SuccessExitStatus=111
KillMode=mixed
TimeoutStopSec=120
Restart=always

[Install]
WantedBy=multi-user.target
UNIT
}

native_stop_all() {
  local data="$1" pid unit
  if has_systemd; then
    unit="$(unit_name "$data")"
    ! systemctl is-active --quiet "$unit" || { systemctl stop "$unit"; return; }
  fi
  pid="$(supervisor_pid "$data")"
  [ -z "$pid" ] || "$BERTH_ROOT/tools/install/native-stop.sh" "$data/native/service" "$pid"
}

# native_program SERVICE FOLDER PROGRAM ARGUMENTS...: one of the installed programs, with the environment and as the user of a service, to
# whom what it writes has to belong. FOLDER is there as it is.
native_program() {
  local data service="$1"
  shift 2
  data="$(installed DATA_VOLUME)"
  (
    set -a
    # shellcheck source=/dev/null
    . "$data/native/etc/$service/env"
    set +a
    cd "$data/native/app/services" && as_owner "$data/native/app/bin/node" --enable-source-maps "$@"
  )
}

native_sv() {
  SVDIR="$(installed DATA_VOLUME)/native/service" sv "$@"
}

native_health() {
  local status=''
  case "$1" in
    postgresql) "$(postgresql_bin)/pg_isready" -q -h 127.0.0.1 -p "$(installed POSTGRESQL_PORT)" && status=200 ;;
    redis) redis_answers "$(installed REDIS_PORT)" && status=200 ;;
    proxy) status="$(http_status "$(installed HTTP_PORT)" /healthz)" ;;
    registry) status="$(http_status "$(installed REGISTRY_PORT)" /healthz)" ;;
    api) status="$(http_status "$(installed API_PORT)" /healthz)" ;;
    jobservice) status="$(http_status "$(installed JOBSERVICE_PORT)" /healthz)" ;;
  esac
  if [ "$status" = 200 ]; then echo healthy; else echo unhealthy; fi
}

# native_is_starting PID: whether the process was asked for within the last minute, by itself or as all of them. What dies and is
# started again by its supervisor alone is not starting.
native_is_starting() {
  local supervisor asked
  supervisor="$(ps -o ppid= -p "$1" | tr -d ' ')"
  [ -n "$supervisor" ] || return 1
  asked="$(stat -c %Y "/proc/$supervisor/cwd/supervise/control" 2> /dev/null)" || return 1
  [ "$(ps -o etimes= -p "$supervisor")" -lt 60 ] || [ $((EPOCHSECONDS - asked)) -lt 60 ]
}

# Without the password Redis refuses, but by answering it shows that it is there.
redis_answers() {
  # shellcheck disable=SC2016 # the inner shell's own variables
  timeout 5 bash -c 'exec 3<> "/dev/tcp/127.0.0.1/$0" && printf "PING\r\n" >&3 && IFS= read -r answer <&3 && [[ "$answer" == [-+]* ]]' "$1" 2> /dev/null
}

native_logs() {
  tail_logs -n "${2:-40}" "$(installed LOG_LOCATION)/$1/current" 2>&1
}

# tail_logs ARGUMENTS...: tail as the services' user, whose folders the logs are in: a link that lies there shows root nothing else.
tail_logs() {
  local as=()
  [ "$(id -u)" -ne 0 ] || as=(setpriv --reuid "$(installed BERTH_UID)" --regid "$(installed BERTH_GID)" --clear-groups)
  "${as[@]}" tail "$@"
}

# descendants PID...: the processes and all below them.
descendants() {
  ps -e -o pid=,ppid= | awk -v roots="$*" '
    { parent[$1] = $2 }
    END {
      split(roots, list, " ")
      for (i in list) wanted[list[i]] = 1
      for (pid in parent) { at = pid; while (at in parent && !(at in wanted)) at = parent[at]; if (at in wanted) print pid }
    }'
}

# native_status SERVICE...: of all of them with their sum, or of one.
native_status() {
  local data service pid size state health total=0 pids counted=' '
  data="$(installed DATA_VOLUME)"
  status_head
  for service in "$@"; do
    state="$(native_sv status "$service" 2> /dev/null | sed -n 's/^\([a-z]*\):.*/\1/p')" || true
    pid="$(cat "$data/native/service/$service/supervise/pid" 2> /dev/null)" || true
    if [ "$state" != run ] || [ -z "$pid" ]; then
      status_row "$service" stopped - ''
      continue
    fi
    mapfile -t pids < <(descendants "$pid")
    counted+="${pids[*]} "
    size="$(pss "${pids[@]}")"
    total=$((total + ${size:-0}))
    health="$(native_health "$service")"
    [ "$health" = healthy ] || ! native_is_starting "$pid" || health=starting
    status_row "$service" running "$health" "$size"
  done
  [ "$#" -gt 1 ] || return 0
  pid="$(supervisor_pid "$data")" || true
  if [ -n "$pid" ]; then
    mapfile -t pids < <(descendants "$pid" | while read -r pid; do [[ "$counted" == *" $pid "* ]] || echo "$pid"; done)
    size="$(pss "${pids[@]}")"
    total=$((total + ${size:-0}))
    status_row supervisor running - "$size"
  fi
  status_row total '' '' "$total"
}

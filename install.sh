#!/usr/bin/env bash
# Installs Berth as harbor.cfg says, or applies what was changed in it. Run again at will: data and secrets stay.
set -Eeuo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=tools/install/common.sh
. tools/install/common.sh
# shellcheck source=tools/install/docker.sh
. tools/install/docker.sh
# shellcheck source=tools/install/native.sh
. tools/install/native.sh
# shellcheck source=tools/install/transfer-database.sh
. tools/install/transfer-database.sh

# Whatever the caller's mask: the services' user reads what is built here.
umask 022

CONTAINER_POSTGRESQL=17
HEALTH_SECONDS=120

usage() {
  note "Set hostname in harbor.cfg (auto: this machine's own name or address), then run ./install.sh."
  cat <<'USAGE'

  --native   plain processes instead of containers
  --docker   containers, or nothing
             Without either the kind stays as installed. At first it is containers where a Docker Engine answers, else plain processes.
  --help     this text

Environment: host overrides hostname of harbor.cfg. Harbor's --with-notary, --with-clair, --with-trivy,
--with-chartmuseum and --ha are accepted and have no effect.
USAGE
}

# Whatever fails says why by itself; this says where, so that nothing ends without a word.
trap '[ "$BASH_SUBSHELL" -gt 0 ] || error "install.sh stopped at line $LINENO."' ERR

# Not every program that Ctrl-C ends says so, and without this the next one would go on with what it has left.
trap 'error "install.sh was interrupted: run it again."; exit 130' INT

mode=''
for argument in "$@"; do
  case "$argument" in
    --help | -h) usage; exit 0 ;;
    --native) mode=native ;;
    --docker) mode=docker ;;
    --with-notary | --with-clair | --with-trivy | --with-chartmuseum | --ha)
      note "$argument is Harbor's and has no effect in Berth." ;;
    *) error "Unknown argument: $argument"; usage >&2; exit 1 ;;
  esac
done

# take_turn: one at a time. What a run that was killed had begun holds the file until that has ended. Whoever can open it can hold it, too:
# that is nobody but who installs.
take_turn() {
  [ ! -e .install.lock ] || [ -w .install.lock ] ||
    die "$PWD was installed by $(stat -c %U .install.lock): run ./install.sh as that user."
  umask 077
  exec 7>> .install.lock
  umask 022
  flock -n 7 || {
    note "another ./install.sh works in this folder: waiting for its end ..."
    flock 7
  }
}

take_turn

item=0
step() { h2 "[Step $item]: $* ..."; item=$((item + 1)); }

# ended_by STATUS: ends where the program that checks the settings has refused them, or is not there.
ended_by() {
  [ "$1" -ne 3 ] || die "Berth was not installed, because its own programs could not be built (see above). Run ./install.sh again."
  [ "$1" -eq 0 ] || die "Berth was not installed. Correct what is said above and run ./install.sh again."
}

step "checking installation environment"
# First, for it needs nothing else: what is wrong in harbor.cfg is told before any engine is asked.
status=0
run_prepare --settings || status=$?
ended_by "$status"

was_mode="$(installed BERTH_MODE)"
was_data="$(installed DATA_VOLUME)"
was_owner="$(installed BERTH_UID):$(installed BERTH_GID)"
own_ports=''
if native_runs || docker_runs; then own_ports="$(installed BERTH_PORTS)"; fi

stop_existing() {
  case "$was_mode" in
    docker) docker_stop_all ;;
    native)
      native_stop_all "$was_data"
      # It would start at the next boot, beside the containers.
      [ "$mode" = native ] || ! has_systemd || systemctl disable --quiet "$(unit_name "$was_data")"
      ;;
  esac
}

# choose_mode: the kind that was asked for, else the one that is installed, for a Docker Engine that has come or does not run is no wish to
# move everything.
choose_mode() {
  if [ -n "$mode" ]; then
    :
  elif [ -n "$was_mode" ]; then
    mode="$was_mode"
    [ "$mode" = docker ] || note "Berth stays plain processes, as it was installed; --docker moves it into containers."
  elif is_package || docker_answers; then
    mode=docker
  else
    note "no Docker Engine answers: Berth is installed as plain processes"
    mode=native
  fi
  if [ "$mode" = native ]; then
    ! is_package || die "This package holds containers only: run ./install.sh --docker, or install from the sources."
  elif ! docker_answers; then
    [ "$was_mode" != docker ] ||
      die "Berth is installed in containers, and no Docker Engine answers: start Docker, and run ./install.sh again."
    ! is_package || die "No Docker Engine answers, and this package holds containers only: start Docker, or install from the sources."
    die "No Docker Engine answers: start Docker, or run ./install.sh --native."
  fi
}

choose_mode
if [ "$mode" = docker ]; then check_docker; else check_native; fi
status=0
"${mode}_prepare" --check --own-ports "$own_ports" || status=$?
ended_by "$status"

if [ "$mode" = native ]; then
  step "building Berth"
  install_packages
  build_native
  need_room "$was_data"
elif is_package; then
  step "loading Berth images"
  load_images
else
  step "building Berth images"
  build_images
fi

step "preparing environment"
ensure_user
# Files change their owner only while nothing works on them.
if [ -n "$own_ports" ] && { [ "$was_mode" != "$mode" ] || [ "$was_owner" != "$(data_owner)" ]; }; then
  note "stopping the existing Berth instance, because its kind or its owner changes ..."
  stop_existing
  own_ports=''
fi
"${mode}_prepare" --own-ports "$own_ports"
data="$(installed DATA_VOLUME)"
[ "$mode" != native ] || stage_programs "$data"

step "checking existing instance of Berth"
if [ "$mode" = docker ]; then major="$CONTAINER_POSTGRESQL"; else major="$(basename "$(dirname "$(postgresql_bin)")")"; fi
if [ -n "$own_ports" ] && {
  [ "$data" != "$was_data" ] || [ -n "$(older_database "$data" "$major")" ] || { [ "$mode" = native ] && native_starts_whole "$data"; }
}; then
  note "stopping existing Berth instance ..."
  stop_existing
  own_ports=''
fi
transfer_database "$data" "$major"
[ "$mode" != native ] || switch_programs "$data"

step "starting Berth"
if [ "$mode" = docker ]; then
  # Only what has changed is made anew.
  compose up -d --remove-orphans
elif [ -z "$own_ports" ]; then
  native_start_all "$data"
else
  changed=()
  for service in "${native_services[@]}"; do
    native_runs_as_rendered "$data" "$service" || changed+=("$service")
  done
  native_apply "$data" "${changed[@]}"
fi
[ "$mode" != native ] || native_remember "$data"

# Names what did not come up, with the last lines it logged.
report_failure() {
  local service services health named='' full
  if [ "$mode" = docker ]; then services=("${docker_services[@]}"); else services=("${native_services[@]}"); fi
  for service in "${services[@]}"; do
    health="$("${mode}_health" "$service")"
    [ "$health" != healthy ] || continue
    named=yes
    error "$service is $health. Its last log lines:"
    # Of a line with all that was called, its beginning says what is wrong.
    # A service that has logged nothing yet does not keep the rest from being named.
    "${mode}_logs" "$service" 40 | cut -c -300 >&2 || true
  done
  [ -n "$named" ] || error "The platform says that these components are not healthy: $(unhealthy_components)"
  full="$(full_folders "$data" "$data/database" "$data/redis" "$(installed LOG_LOCATION)")"
  [ -z "$full" ] || die "$full Nothing is lost: make room there, and Berth goes on by itself (docs/freeing-space.md)."
  die "Berth did not become healthy within $HEALTH_SECONDS seconds."
}

all_healthy() {
  local service services
  if [ "$mode" = docker ]; then services=("${docker_services[@]}"); else services=("${native_services[@]}"); fi
  for service in "${services[@]}"; do
    # The engine asks a new container after a while only; the platform tells at once.
    [[ "$("${mode}_health" "$service")" =~ ^(healthy|starting)$ ]] || return 1
  done
  platform_healthy
}

deadline=$((SECONDS + HEALTH_SECONDS))
until all_healthy; do
  [ "$SECONDS" -lt "$deadline" ] || report_failure
  sleep 0.5
done

# The first start has read them, and nobody has to find the passwords in them here.
for name in admin-password first-settings; do
  chmod u+w "$data/secret/$name"
  : > "$data/secret/$name"
  chmod 400 "$data/secret/$name"
done

echo
success "----Berth has been installed and started successfully.----"
echo
echo "Now you should be able to visit the admin portal at $(installed BERTH_PORTAL)."
if [ "$(installed BERTH_PROTOCOL)" = http ] && ! docker_trusts "$(installed BERTH_REGISTRY_NAME)"; then
  echo
  echo "Berth answers on plain HTTP. Docker clients need this in /etc/docker/daemon.json, and a restart of Docker:"
  echo "  { \"insecure-registries\": [\"$(installed BERTH_REGISTRY_NAME)\"] }"
fi
if [ -n "$(unhealthy_components)" ]; then
  echo
  warn "The disk of $data is full up to its reserve: nothing can be pushed until there is room (docs/freeing-space.md)."
fi
if "$(own_node)" tools/install/default-password.mjs "$(installed HTTP_PORT)" "$(installed HTTPS_PORT)"; then
  echo
  error "!!! The password of admin is still the one that everybody knows. Whoever reaches this machine can sign in with it."
  error "!!! Change it now: $(installed BERTH_PORTAL), as admin / Harbor12345, under your name at the top right."
fi

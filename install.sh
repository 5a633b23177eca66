#!/usr/bin/env bash
# Installs Berth as harbor.cfg says, or applies what was changed in it. Run again at will: data and secrets stay.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=tools/install/common.sh
. tools/install/common.sh
# shellcheck source=tools/install/docker.sh
. tools/install/docker.sh
# shellcheck source=tools/install/native.sh
. tools/install/native.sh
# shellcheck source=tools/install/transfer-database.sh
. tools/install/transfer-database.sh

CONTAINER_POSTGRESQL=17
HEALTH_SECONDS=120

usage() {
  note "Set hostname in harbor.cfg (auto: this machine's own name or address), then run ./install.sh."
  cat <<'USAGE'

  --native   plain processes instead of containers; also what happens where no Docker Engine answers
  --docker   containers, or nothing
  --help     this text

Environment: host overrides hostname of harbor.cfg. Harbor's --with-notary, --with-clair, --with-trivy,
--with-chartmuseum and --ha are accepted and have no effect.
USAGE
}

# Whatever fails says why by itself; this says where, so that nothing ends without a word.
trap 'error "install.sh stopped at line $LINENO."' ERR

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

item=0
step() { h2 "[Step $item]: $* ..."; item=$((item + 1)); }

was_mode="$(installed BERTH_MODE)"
was_data="$(installed DATA_VOLUME)"
own_ports=''
if native_runs || docker_runs; then own_ports="$(installed BERTH_PORTS)"; fi

stop_existing() {
  case "$was_mode" in
    docker) docker_stop_all ;;
    native)
      native_stop_all "$was_data"
      # It would start at the next boot, beside the containers.
      [ "$mode" = native ] || ! has_systemd || systemctl disable --quiet berth.service
      ;;
  esac
}

step "checking installation environment"
if [ -z "$mode" ]; then
  if docker_answers; then
    mode=docker
  elif is_package; then
    die "No Docker Engine answers, and this package holds containers only: start Docker, or install from the sources."
  else
    note "no Docker Engine answers: Berth is installed as plain processes"
    mode=native
  fi
elif [ "$mode" = native ] && is_package; then
  die "This package holds containers only; --native installs from the sources."
elif [ "$mode" = docker ] && ! docker_answers; then
  die "No Docker Engine answers: start Docker, or run ./install.sh --native."
fi
if [ "$mode" = docker ]; then check_docker; else check_native; fi
"${mode}_prepare" --check --own-ports "$own_ports" || die "Berth was not installed. Correct $BERTH_ROOT/harbor.cfg and run ./install.sh again."

if [ "$mode" = native ]; then
  step "building Berth"
  install_packages
  ensure_user
  build_native
elif is_package; then
  step "loading Berth images"
  load_images
else
  step "building Berth images"
  build_images
fi

step "preparing environment"
if [ -n "$was_mode" ] && [ "$was_mode" != "$mode" ] && [ -n "$own_ports" ]; then
  note "changing from $was_mode to $mode: stopping the existing Berth instance ..."
  stop_existing
  own_ports=''
fi
"${mode}_prepare" --own-ports "$own_ports"
data="$(installed DATA_VOLUME)"
[ "$mode" != native ] || stage_programs "$data"

step "checking existing instance of Berth"
if [ -n "$own_ports" ]; then
  note "stopping existing Berth instance ..."
  stop_existing
fi
if [ "$mode" = docker ]; then
  transfer_database "$data" "$CONTAINER_POSTGRESQL"
else
  transfer_database "$data" "$(basename "$(dirname "$(postgresql_bin)")")"
  switch_programs "$data"
fi

step "starting Berth"
if [ "$mode" = docker ]; then compose up -d; else native_start_all "$data"; fi

# Names what did not come up, with the last lines it logged.
report_failure() {
  local service services health named=''
  if [ "$mode" = docker ]; then services=("${docker_services[@]}"); else services=("${native_services[@]}"); fi
  for service in "${services[@]}"; do
    health="$("${mode}_health" "$service")"
    [ "$health" != healthy ] || continue
    named=yes
    error "$service is $health. Its last log lines:"
    "${mode}_logs" "$service" 40 >&2
  done
  [ -n "$named" ] || error "The platform says that these components are not healthy: $(unhealthy_components)"
  die "Berth did not become healthy within $HEALTH_SECONDS seconds."
}

all_healthy() {
  local service services
  if [ "$mode" = docker ]; then services=("${docker_services[@]}"); else services=("${native_services[@]}"); fi
  for service in "${services[@]}"; do
    [ "$("${mode}_health" "$service")" = healthy ] || return 1
  done
  platform_healthy
}

deadline=$((SECONDS + HEALTH_SECONDS))
until all_healthy; do
  [ "$SECONDS" -lt "$deadline" ] || report_failure
  sleep 0.5
done

echo
success "----Berth has been installed and started successfully.----"
echo
echo "Now you should be able to visit the admin portal at $(installed BERTH_PORTAL)."
if [ "$(installed BERTH_PROTOCOL)" = http ]; then
  echo
  echo "Berth answers on plain HTTP. Docker clients need this in /etc/docker/daemon.json, and a restart of Docker:"
  echo "  { \"insecure-registries\": [\"$(installed BERTH_REGISTRY_NAME)\"] }"
fi

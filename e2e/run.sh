#!/usr/bin/env bash
# The end-to-end tests: real installations, real clients, a real browser; and services that are killed while clients work.
# Needs root on Debian 12 and what install.sh needs.
#   e2e/run.sh [fault|native|compose]... [-- scenario...]     all three and all scenarios unless told
# `fault` needs neither Docker nor port 80, but has to be allowed to mount a tmpfs.
# Environment: BERTH_E2E_HTTP_PORT (80), BERTH_E2E_PORT_BASE (15000, of what listens for services), BERTH_E2E_WORK (/tmp/berth-e2e; emptied first), BERTH_E2E_HOME (engine's data and cache),
#   BERTH_FAULT_SECONDS (150), BERTH_FAULT_CLIENTS (10),
#   BERTH_E2E_KEEP=1 uses and leaves the installation of the run before, to work on a scenario.
# Leaves reports, logs and screenshots in artefacts/.
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
cd "$root"
# shellcheck source=tools/runtime.sh
. tools/runtime.sh
berth_runtime

kinds=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do
  kinds+=("$1")
  shift
done
[ $# -eq 0 ] || shift
[ ${#kinds[@]} -gt 0 ] || kinds=(fault native compose)
export BERTH_E2E_WORK="${BERTH_E2E_WORK:-/tmp/berth-e2e}"
# A Compose project of its own keeps out of the way of a Berth that may run on this machine, and of another run. The same folder has the same.
COMPOSE_PROJECT_NAME="berth-e2e-$(realpath -m "$BERTH_E2E_WORK" | cksum | cut -d ' ' -f 1)"
export COMPOSE_PROJECT_NAME
mkdir -p artefacts
pnpm exec tsc -b

# vitest_run KIND CONFIG...
vitest_run() {
  local kind="$1" config="$2"
  shift 2
  pnpm exec vitest run --config "$config" --reporter=default --reporter=json --outputFile.json="$root/artefacts/e2e-$kind.json" "$@"
}

failed=0
installed=()
for kind in "${kinds[@]}"; do
  if [ "$kind" != fault ]; then
    installed+=("$kind")
  else
    vitest_run fault e2e/vitest.fault.config.ts || failed=1
  fi
done
[ ${#installed[@]} -gt 0 ] || exit "$failed"

# Containers of a run that was cut off come up again with the engine, and write into the folder that is to be emptied.
empty_work() {
  [ "${BERTH_E2E_KEEP:-}" != 1 ] || return 0
  docker ps -aq --filter "label=com.docker.compose.project=$COMPOSE_PROJECT_NAME" | xargs -r docker rm -fv >/dev/null
  rm -rf "$BERTH_E2E_WORK"
}

started_engine=no
docker version >/dev/null 2>&1 || started_engine=yes
finish() {
  empty_work
  [ "$started_engine" = no ] || e2e/docker-host/engine.sh stop
}
trap finish EXIT

e2e/docker-host/up.sh
empty_work
mkdir -p "$BERTH_E2E_WORK"

for kind in "${installed[@]}"; do
  BERTH_E2E_KIND="$kind" vitest_run "$kind" e2e/vitest.config.ts "$@" || failed=1
done
exit "$failed"

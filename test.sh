#!/usr/bin/env bash
# Berth's tests. Without arguments everything that CI runs: verify, small, medium, e2e.
#   ./test.sh [verify] [small] [medium] [e2e]
# small needs nothing but Node.js; medium needs PostgreSQL, Redis, nginx and slapd of Debian (installed when root and missing); e2e installs
# Berth for real and needs root on Debian. Reports and logs are left in artefacts/. Ends with the line "N passed, N failed".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1

suites=("$@")
[ "${#suites[@]}" -gt 0 ] || suites=(verify small medium e2e)
for suite in "${suites[@]}"; do
  case "$suite" in
    verify | small | medium | e2e) ;;
    *) echo "There is no suite $suite: verify, small, medium, e2e." >&2; exit 2 ;;
  esac
done

# shellcheck source=tools/install/common.sh
. tools/install/common.sh
# shellcheck source=tools/install/native.sh
. tools/install/native.sh
mkdir -p artefacts

# step NAME COMMAND...: shows the output, keeps it in artefacts/NAME.log, and returns the command's status.
step() {
  local name="$1"
  shift
  printf '\n== %s\n' "$name"
  "$@" 2>&1 | tee "artefacts/$name.log"
  return "${PIPESTATUS[0]}"
}

prepare() {
  berth_runtime && pnpm install --frozen-lockfile && pnpm run build
}

# What Berth runs on, and what tests use beside it: a directory, for signing in by LDAP.
machine() {
  # shellcheck disable=SC2034 # native.sh reads it
  (also_needed=(slapd:/usr/sbin/slapd) && check_native && install_packages)
}

# vitest_suite NAME RETRIES PROJECT...
vitest_suite() {
  local name="$1" retries="$2" project projects=()
  shift 2
  for project in "$@"; do projects+=(--project "$project"); done
  pnpm exec vitest run "${projects[@]}" --retry="$retries" --reporter=default --reporter=json --outputFile.json="artefacts/$name.json"
}

run_suite() {
  case "$1" in
    verify) pnpm run verify ;;
    # Pages and real services on a busy machine: a test that fails is tried once more, and named at the end as unsteady where it then passes.
    small) vitest_suite small 1 small portal ;;
    medium) machine && vitest_suite medium 1 medium ;;
    e2e) machine && e2e/run.sh ;;
  esac
}

outcomes=()
berth_runtime || exit 1
if step prepare prepare; then
  for suite in "${suites[@]}"; do
    rm -f "artefacts/$suite.json" artefacts/"$suite"-*.json
    started="$SECONDS"
    if step "$suite" run_suite "$suite"; then outcome=passed; else outcome=failed; fi
    echo "== $suite $outcome after $((SECONDS - started)) s"
    outcomes+=("$suite=$outcome")
  done
else
  outcomes+=(prepare=failed)
fi
echo
node tools/sum-test-reports.mjs artefacts "${outcomes[@]}"

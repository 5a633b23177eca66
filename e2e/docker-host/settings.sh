# shellcheck shell=bash disable=SC2034
# Shared by the scripts beside it. Sets: E2E_HOME (what outlives one run: the engine's data and the cache), E2E_ARCH.

E2E_HOME="${BERTH_E2E_HOME:-/var/tmp/berth-e2e}"
case "$(uname -m)" in
  x86_64) E2E_ARCH=x64 ;;
  aarch64) E2E_ARCH=arm64 ;;
  *) echo "The end-to-end tests need x86_64 or aarch64, not $(uname -m)." >&2; exit 1 ;;
esac
mkdir -p "$E2E_HOME"

say() { printf '[docker-host] %s\n' "$*" >&2; }

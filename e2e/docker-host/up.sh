#!/usr/bin/env bash
# Brings up everything the end-to-end tests need of the machine: packages, a Docker Engine, the base images. Safe to repeat.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
"$here/packages.sh"
"$here/engine.sh" start
"$here/base-images.sh"

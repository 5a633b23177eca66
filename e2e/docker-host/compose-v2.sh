#!/usr/bin/env bash
# Brings the second generation of compose, of which Debian 12 has only the first: prints the path of the CLI plugin, taken from
# trixie's package. Nothing is installed on the machine.
set -euo pipefail
. "$(dirname "$0")/settings.sh"

plugin="$E2E_HOME/docker-compose-v2"
if [ ! -x "$plugin" ]; then
  say "fetching docker compose v2 from Debian trixie"
  docker run --rm --volume "$E2E_HOME:/out" debian:trixie-slim sh -ec '
    apt-get -qq update
    cd /tmp
    apt-get -qq -o APT::Sandbox::User=root download docker-compose
    dpkg -x docker-compose_*.deb package
    cp package/usr/libexec/docker/cli-plugins/docker-compose /out/docker-compose-v2' >&2
fi
echo "$plugin"

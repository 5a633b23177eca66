#!/usr/bin/env bash
# Installs what the end-to-end tests need from Debian, and leaves no service enabled that the machine did not have.
set -euo pipefail
. "$(dirname "$0")/settings.sh"

# Package and the command that shows it is there.
wanted=(
  docker.io:dockerd docker-compose:docker-compose debootstrap:debootstrap iptables:iptables
  unzip:unzip skopeo:skopeo podman:podman buildah:buildah chromium:chromium curl:curl openssl:openssl
)
missing=()
for pair in "${wanted[@]}"; do
  PATH="$PATH:/usr/sbin:/sbin" command -v "${pair#*:}" >/dev/null || missing+=("${pair%%:*}")
done
[ -d /usr/share/fonts/opentype/noto ] || missing+=(fonts-noto-cjk)
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" -ne 0 ]; then
  say "missing packages; as root: apt-get install ${missing[*]}"
  exit 1
fi
say "installing ${missing[*]}"

policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' > "$policy"
  chmod +x "$policy"
  trap 'rm -f "$policy"' EXIT
fi
apt_get=(apt-get -o DPkg::Lock::Timeout=600 -qq -y --no-install-recommends)
"${apt_get[@]}" update
DEBIAN_FRONTEND=noninteractive "${apt_get[@]}" install "${missing[@]}" >/dev/null

if [ -d /run/systemd/system ]; then
  units=()
  for package in "${missing[@]}"; do
    case "$package" in
      docker.io) units+=(docker.service docker.socket containerd.service) ;;
      podman) units+=(podman.service podman.socket podman-auto-update.timer podman-restart.service) ;;
    esac
  done
  [ ${#units[@]} -eq 0 ] || systemctl disable --now "${units[@]}" >/dev/null 2>&1 || true
fi

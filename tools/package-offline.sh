#!/usr/bin/env bash
# Makes berth-offline-installer-<version>.tgz: everything that a machine with Docker and without network needs.
# Needs a Docker Engine here. Images that were built already are built again only where something changed.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=tools/install/common.sh
. tools/install/common.sh
# shellcheck source=tools/install/docker.sh
. tools/install/docker.sh

docker_answers || die "No Docker Engine answers; the package is made of images."
# What was set here may hold passwords, and is this machine's.
settings="$(git -c safe.directory='*' show HEAD:./harbor.cfg 2> /dev/null)" ||
  die "The package takes harbor.cfg as it is shipped, and git does not have it here: make the package in a clone."
version="$(berth_version)"
name="berth-offline-installer-$version"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
folder="$work/berth"
mkdir -p "$folder/runtime/bin" "$folder/deploy" "$folder/tools/install"

build_images

echo "Packing prepare and its runtime"
build_prepare
berth_runtime
quietly "copying prepare" tools/stage.sh "$folder/runtime" tools/prepare
cp -L .runtime/bin/node "$folder/runtime/bin/node"

cp install.sh prepare berth docker-compose.yml docker-compose.https.yml LICENSE README.md README.zh-CN.md CHANGELOG.md SECURITY.md "$folder"
printf '%s\n' "$settings" > "$folder/harbor.cfg"
cp -r docs "$folder"
cp tools/install/*.sh tools/install/*.mjs "$folder/tools/install"
for part in proxy postgresql redis log; do
  mkdir "$folder/deploy/$part"
  find "deploy/$part" -maxdepth 1 -type f ! -name Dockerfile ! -name '*.sh' -exec cp {} "$folder/deploy/$part" \;
done
echo "$version" > "$folder/VERSION"

echo "Saving images"
images=()
for image in "${docker_images[@]}"; do images+=("$IMAGES/$image:$version"); done
docker save "${images[@]}" | gzip > "$folder/berth-images-$version.tar.gz"

# The images are compressed already.
tar --create --use-compress-program 'gzip -1' --owner 0 --group 0 --file "$work/$name.tgz" --directory "$work" berth
mv "$work/$name.tgz" "$name.tgz"
sha256sum "$name.tgz" > "$name.tgz.sha256"
[ "$settings" = "$(cat harbor.cfg)" ] || note "harbor.cfg is in the package as it is shipped, without what was changed here."
success "$name.tgz ($(du -h "$name.tgz" | cut -f 1))"

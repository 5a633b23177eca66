#!/usr/bin/env bash
# native-berth.sh FOLDER [--built]: makes a native installation of this checkout in FOLDER, from FOLDER/harbor.cfg, with the steps
# of install.sh; --built takes the checkout as it was built before. It is not started, and the machine's own installation (.env, systemd unit, user) is left alone.
set -euo pipefail

folder="$(realpath "$1")"
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source=tools/install/common.sh
. tools/install/common.sh
# shellcheck source=tools/install/native.sh
. tools/install/native.sh

absent="$(missing_packages | paste -sd ' ')"
[ -z "$absent" ] || die "Missing programs: apt-get install --no-install-recommends $absent"

arguments=(--mode native --root "$folder" --conf "$folder/harbor.cfg" --postgresql-bin "$(postgresql_bin)")
if [ "$(id -u)" -eq 0 ]; then
  # PostgreSQL refuses root. www-data is a user with a group of the same name on every Debian.
  user=www-data
  ! id berth > /dev/null 2>&1 || user=berth
  arguments+=(--user "$user" --owner "$(id -u "$user"):$(id -g "$user")")
fi

[ "${2:-}" = --built ] || build_native
# prepare reads its templates below its root.
ln -s "$BERTH_ROOT/deploy" "$folder/deploy"
run_prepare "${arguments[@]}"
stage_programs "$folder/data"
switch_programs "$folder/data"

# An installation is there for others; this one is for the bench alone.
sed -i -e 's/listen \([0-9]*\) /listen 127.0.0.1:\1 /' -e '/listen \[::\]/d' "$folder/data/native/etc/proxy/servers.conf"

# shellcheck shell=bash
# Moves the database between major versions of PostgreSQL (a native installation has Debian's, the container its own).
# Sourced after common.sh.

# older_database DATA MAJOR: the version of the newest cluster in DATA/database, where that has to be moved to MAJOR's.
older_database() {
  local base="$1/database" newest
  newest="$(find "$base" -mindepth 1 -maxdepth 1 -type d -regex '.*/[1-9][0-9]*' -printf '%f\n' | sort -n | tail -n 1)"
  [ -n "$newest" ] && [ "$newest" != "$2" ] && [ ! -d "$base/$2" ] && [ ! -f "$base/transfer.dump" ] || return 0
  echo "$newest"
}

# transfer_database DATA MAJOR: dumps such a cluster with the programs of its own version to DATA/database/transfer.dump, from which
# run-postgresql.sh fills the new one. The old cluster stays, renamed. Nothing may be running on it.
transfer_database() {
  local base="$1/database" newest
  newest="$(older_database "$1" "$2")"
  [ -n "$newest" ] || return 0
  note "moving the database from PostgreSQL $newest to $2"
  dump_cluster "$base/$newest" "/usr/lib/postgresql/$newest/bin" "$base/transfer.dump"
}

dump_cluster() {
  local cluster="$1" bin="$2" dump="$3" work status=0
  local as=()
  # PostgreSQL refuses root: work as whoever owns the cluster.
  [ "$(id -u)" -ne 0 ] || as=(setpriv --reuid "$(stat -c %u "$cluster")" --regid "$(stat -c %g "$cluster")" --clear-groups)
  work="$(mktemp -d /tmp/berth-transfer.XXXXXX)"
  echo 'local all all trust' > "$work/pg_hba.conf"
  chown -R --reference="$cluster" "$work"
  (
    cd "$work" || exit 1
    "${as[@]}" "$bin/pg_ctl" -D "$cluster" -w -t 120 -l "$work/log" \
      -o "-c listen_addresses='' -c unix_socket_directories=$work -c hba_file=$work/pg_hba.conf" start || { cat "$work/log" >&2; exit 1; }
    "${as[@]}" "$bin/pg_dump" -h "$work" -U berth -Fc -f "$dump.new" berth || status=1
    "${as[@]}" "$bin/pg_ctl" -D "$cluster" -w -t 120 -m fast stop || status=1
    exit "$status"
  ) || die "The database could not be read with $bin; nothing was changed."
  rm -rf "$work"
  # As the owner and never into a folder: the place is the owner's, who could have put a link there.
  "${as[@]}" mv --no-target-directory "$dump.new" "$dump"
}

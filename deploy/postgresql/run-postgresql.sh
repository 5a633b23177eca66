#!/bin/sh
# Runs Berth's own PostgreSQL, in a container or on the machine itself, as the user who owns the data.
#
#   PG_BASE           folder of the data: one sub-folder per major version of PostgreSQL, named by its number
#   PG_CONFIG         folder with postgresql.conf and pg_hba.conf
#   PG_PASSWORD_FILE  password of the role berth
#   PG_BIN            folder of PostgreSQL's programs
#
# A new cluster is made beside its place and renamed when complete, so that one cut short is never taken for a good one.
# Where "transfer.dump" lies in PG_BASE (install.sh puts it there when the data is another major version's), the new
# cluster is filled from it first.
set -eu

major="$("$PG_BIN/postgres" --version | sed 's/^[^0-9]*\([0-9]*\).*/\1/')"
data="$PG_BASE/$major"
dump="$PG_BASE/transfer.dump"

# Of two installations on the same data, as in two containers, only one is to run: they would not see each other's processes.
exec 9> "$PG_BASE/.lock"
flock -w 10 9 || { echo "Another PostgreSQL works on $PG_BASE." >&2; sleep 5; exit 1; }

other_majors() {
  for folder in "$PG_BASE"/[1-9]*; do
    name="${folder##*/}"
    case "$name" in *[!0-9]*) continue ;; esac
    [ "$name" = "$major" ] || echo "$name"
  done
}

make_cluster() {
  draft="$PG_BASE/.new"
  rm -rf "$draft"
  # The superuser has no password, and so no way in over pg_hba.conf. Berth owns its database, and nothing beyond.
  "$PG_BIN/initdb" -D "$draft" --username=postgres --encoding=UTF8 --locale=C.UTF-8 --auth-host=reject --auth-local=trust --data-checksums
  printf "CREATE ROLE berth LOGIN PASSWORD '%s';\nCREATE DATABASE berth OWNER berth;\n" "$(cat "$PG_PASSWORD_FILE")" |
    "$PG_BIN/postgres" --single -D "$draft" postgres > /dev/null
  [ ! -f "$dump" ] || fill_cluster "$draft"
  mv "$draft" "$data"
}

fill_cluster() {
  sockets="$(mktemp -d /tmp/berth-transfer.XXXXXX)"
  echo "Filling the database from $dump"
  "$PG_BIN/pg_ctl" -D "$1" -w -t 60 -o "-c listen_addresses='' -k $sockets" start
  "$PG_BIN/pg_restore" -h "$sockets" -U berth -d berth --exit-on-error --no-owner "$dump"
  "$PG_BIN/pg_ctl" -D "$1" -w -t 120 -m fast stop
  rm -rf "$sockets"
}

if [ ! -d "$data" ]; then
  others="$(other_majors)"
  if [ -n "$others" ] && [ ! -f "$dump" ]; then
    echo "The database in $PG_BASE belongs to PostgreSQL $others; this is PostgreSQL $major. Run ./install.sh, which moves it." >&2
    sleep 5
    exit 1
  fi
  make_cluster
  for name in $others; do mv "$PG_BASE/$name" "$PG_BASE/$name.replaced-by-$major"; done
  rm -f "$dump"
fi

# With the next file of its log PostgreSQL needs room to start. Where something else has filled up the disk it has this, so that people can sign
# in and delete.
reserve="$PG_BASE/.reserve"
free="$(df --output=avail --block-size=1M "$PG_BASE" | tail -n 1)"
if [ "$free" -lt 64 ]; then
  [ ! -f "$reserve" ] || echo "The disk is full: the room that was kept for the database is taken."
  rm -f "$reserve"
elif [ "$free" -gt 256 ] && [ ! -f "$reserve" ]; then
  fallocate --length 64M "$reserve" || rm -f "$reserve"
fi

exec "$PG_BIN/postgres" -D "$data" -c "config_file=$PG_CONFIG/postgresql.conf" -c "hba_file=$PG_CONFIG/pg_hba.conf"

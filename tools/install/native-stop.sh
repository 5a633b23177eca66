#!/bin/sh
# native-stop.sh SERVICE_FOLDER SUPERVISOR_PID: stops everything, the database last, and returns when all of it is gone.
export SVDIR="$1"

sv -w 20 down proxy registry api jobservice > /dev/null 2>&1
sv -w 20 down redis > /dev/null 2>&1
sv -w 60 down postgresql > /dev/null 2>&1
kill -HUP "$2" 2> /dev/null

waited=0
while [ "$waited" -lt 150 ]; do
  gone=yes
  for service in "$SVDIR"/*; do
    case "$(sv status "$service" 2>&1)" in
      *'runsv not running'* | *'unable to'*) ;;
      *) gone=no ;;
    esac
  done
  [ "$gone" = no ] || exit 0
  # On a full disk svlogd heeds nothing else.
  [ "$waited" -ne 50 ] || sv kill "$SVDIR"/*/log > /dev/null 2>&1
  sleep 0.2
  waited=$((waited + 1))
done
echo "Some services did not stop within 30 seconds." >&2
exit 1

#!/usr/bin/env bash
# A private Docker Engine for the tests: engine.sh start|stop
# `start` uses the engine that answers, or starts one on the default socket. `stop` stops only one that `start` started.
set -euo pipefail
. "$(dirname "$0")/settings.sh"
PATH="$PATH:/usr/sbin:/sbin"

pid_file="$E2E_HOME/dockerd.pid"
log_file="$E2E_HOME/dockerd.log"

answers() { docker version --format '{{.Server.Version}}' >/dev/null 2>&1; }

ours() { [ -s "$pid_file" ] && kill -0 "$(cat "$pid_file")" 2>/dev/null; }

start() {
  if answers; then return; fi
  [ "$(id -u)" -eq 0 ] || { say "no Docker Engine answers, and only root can start one"; exit 1; }
  rm -f "$pid_file"
  say "starting dockerd (data in $E2E_HOME/docker, log in $log_file)"
  setsid dockerd --data-root "$E2E_HOME/docker" --exec-root /run/berth-e2e-docker --pidfile "$pid_file" \
    >>"$log_file" 2>&1 </dev/null &
  for _ in $(seq 60); do
    if answers; then return; fi
    sleep 1
  done
  say "dockerd did not come up within 60 s; its last lines:"
  tail -n 20 "$log_file" >&2
  exit 1
}

stop() {
  ours || return 0
  local pid
  pid="$(cat "$pid_file")"
  say "stopping dockerd ($pid)"
  kill "$pid"
  for _ in $(seq 60); do
    kill -0 "$pid" 2>/dev/null || return 0
    sleep 1
  done
  say "dockerd ($pid) did not stop within 60 s"
  exit 1
}

case "${1:-}" in
  start) start ;;
  stop) stop ;;
  *) echo "usage: engine.sh start|stop" >&2; exit 2 ;;
esac

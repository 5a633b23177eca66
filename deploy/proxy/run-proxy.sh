#!/bin/bash
# Runs nginx in its container. nginx looks up its upstreams' names once, when it starts, and does not start while one is
# unknown; containers come and go and change their addresses. So their addresses are written here, and again when they change.
set -u

# One look-up for both, and nothing else started: it is done again and again.
upstreams() {
  local name port address kind
  declare -A addresses=()
  while read -r address kind name; do
    [ -z "$name" ] || addresses[$name]="$address"
  done < <(getent ahostsv4 registry api)
  for name in registry:5000 api:8080; do
    port="${name#*:}" name="${name%:*}" address="${addresses[${name%:*}]:-}"
    # Nobody listens on 127.0.0.1:9: an unknown upstream is one that refuses connections.
    [ -n "$address" ] || { address=127.0.0.1 port=9; }
    printf 'upstream %s {\n    server %s:%s max_fails=0;\n    keepalive 64;\n}\n' "$name" "$address" "$port"
  done
}

upstreams > /tmp/upstreams.conf
mkdir -p /tmp/client-body
nginx -e stderr -c /etc/berth/proxy/nginx.conf &
nginx=$!
trap 'kill -TERM "$nginx"' TERM INT
trap 'kill -QUIT "$nginx"' QUIT

while kill -0 "$nginx" 2> /dev/null; do
  sleep 2 &
  wait $!
  now="$(upstreams)"
  if [ "$now" != "$(< /tmp/upstreams.conf)" ]; then
    printf '%s\n' "$now" > /tmp/upstreams.conf
    kill -HUP "$nginx" 2> /dev/null
  fi
done
wait "$nginx"

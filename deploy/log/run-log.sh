#!/bin/sh
# Receives every container's output and keeps it in rotated files.
set -eu

# Says to the next installation whose logs these are: prepare asks for it. Two that log to one folder already go on.
exec 9> /var/log/docker/.lock
flock -n 9 || echo "Another installation logs to this folder." >&2

while sleep 30; do
  logrotate --state /var/log/docker/.rotation /etc/berth/log/logrotate.conf || true
done &

# A configuration that it cannot read would leave it running deaf.
rsyslogd -N1 -i /tmp/rsyslogd.pid -f /etc/berth/log/rsyslog.conf

exec rsyslogd -n -i /tmp/rsyslogd.pid -f /etc/berth/log/rsyslog.conf

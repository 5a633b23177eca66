#!/bin/sh
# run-batch COMMAND...: runs a service under Linux' policy for batch work (sched(7), docs/adr/0010): when it is woken, it waits until whoever
# runs has had its turn. Where the system refuses that, it runs as anything else does.
chrt --batch --pid 0 $$ > /dev/null 2>&1
exec "$@"

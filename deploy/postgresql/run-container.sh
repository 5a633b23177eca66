#!/bin/sh
# initdb wants a name for the user it runs as, whatever number the installation gave it.
set -eu

if ! getent passwd "$(id -u)" > /dev/null; then
  NSS_WRAPPER_PASSWD=/tmp/passwd NSS_WRAPPER_GROUP=/tmp/group
  echo "berth:x:$(id -u):$(id -g):Berth:/:/bin/false" > "$NSS_WRAPPER_PASSWD"
  echo "berth:x:$(id -g):" > "$NSS_WRAPPER_GROUP"
  LD_PRELOAD="$(find /usr/lib -name libnss_wrapper.so | head -n 1)"
  export NSS_WRAPPER_PASSWD NSS_WRAPPER_GROUP LD_PRELOAD
fi

exec run-postgresql

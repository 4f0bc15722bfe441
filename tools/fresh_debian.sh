#!/bin/bash
# Tries the two commands of README.md as a stranger would: in a bare Debian 12, from a clean clone of what is
# committed, and then once more without a network. As root, with debootstrap: `tools/fresh_debian.sh FOLDER`.
#
# FOLDER must not be there yet; the machine is made in it and stays for a second look. How this machine
# reaches its mirrors (settings of apt, certificates, host names) is copied in; KITH_SHARED is seen read-only.
# The last line is `fresh: N of 4 worked`.
set -euo pipefail
house=$(cd "$(dirname "$0")/.." && pwd)
machine=${1:?usage: tools/fresh_debian.sh FOLDER}
shared=${KITH_SHARED:-$house/../shared}
mirror=${KITH_DEBIAN_MIRROR:-http://deb.debian.org/debian}
certificates=/usr/local/share/certificates-of-the-host.pem
port=8420
worked=0

say() { echo "fresh: $*" >&2; }

make_machine() {
  debootstrap --variant=minbase bookworm "$machine" "$mirror"
  printf 'deb %s bookworm main\ndeb %s bookworm-updates main\n' "$mirror" "$mirror" > "$machine/etc/apt/sources.list"
  cp /etc/resolv.conf /etc/hosts "$machine/etc/"
  cp /etc/apt/apt.conf.d/99* "$machine/etc/apt/apt.conf.d/" || true
  cp /etc/ssl/certs/ca-certificates.crt "$machine$certificates" || true
  git clone -q "$house" "$machine/srv/kith"
  mkdir -p "$machine/srv/shared" "$machine/dev/shm"
  mount -t proc proc "$machine/proc"
  mount -t tmpfs shm "$machine/dev/shm"
  [ ! -d "$shared" ] || mount --bind -o ro "$shared" "$machine/srv/shared"
  inside "apt-get update -q && apt-get install -y -q --no-install-recommends make git"
}

leave_machine() {
  local mounted
  for mounted in srv/shared dev/shm proc; do umount "$machine/$mounted" 2>/dev/null || true; done
}

# Runs a line of shell in the clone, with nothing of this machine's environment but certificates.
inside() {
  env -i HOME=/root TERM=dumb LANG=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    NODE_EXTRA_CA_CERTS="$certificates" ${KITH_FUZZ_SECONDS:+KITH_FUZZ_SECONDS=$KITH_FUZZ_SECONDS} \
    chroot "$machine" /bin/sh -c "cd /srv/kith && $1"
}

# A demo lives when it has printed a link for somebody and its page answers.
demo_lives() {
  local log=$machine/var/log/demo.log page='' demo
  inside "exec make demo" > "$log" 2>&1 &
  demo=$!
  for _ in $(seq 720); do
    ! grep -q "http://127.0.0.1:$port/in/" "$log" || break
    kill -0 "$demo" 2>/dev/null || break
    sleep 2
  done
  page=$(exec 3<>"/dev/tcp/127.0.0.1/$port" &&
    printf 'GET / HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n' "$port" >&3 && tr -d '\0' <&3) || true
  pkill -P "$demo" || true
  wait "$demo" || true
  [[ $page == *'<html lang="en"'* ]] || { tail -20 "$log" >&2 && return 1; }
}

build_is_left() { inside "make build && test -x build/kith && make help | grep -q quick"; }

tests_pass() { inside "make test"; }

# With a loopback of its own and nothing else.
tests_pass_alone() {
  export -f inside
  export machine certificates
  unshare -n bash -c 'ip link set lo up && KITH_FUZZ_SECONDS=5 inside "make test"'
}

attempt() {
  local began=$SECONDS
  if "$2"; then
    worked=$((worked + 1))
    say "$1 worked, $(((SECONDS - began) / 60)) minutes"
  else
    say "$1 FAILED"
  fi
}

[ ! -e "$machine" ] || { say "$machine is there already" && exit 2; }
trap leave_machine EXIT
make_machine > "$machine.log" 2>&1 || { tail -20 "$machine.log" >&2 && exit 1; }
attempt "make demo" demo_lives
attempt "make build and make help" build_is_left
attempt "make test" tests_pass
attempt "make test without a network" tests_pass_alone
say "$worked of 4 worked"
[ "$worked" -eq 4 ]

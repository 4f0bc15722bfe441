#!/bin/bash
# Installs the package in a bare Debian 12, works with it, removes and purges it:
# `tools/package/check_package.sh PACKAGE.deb`. As root, with debootstrap; otherwise it says so and ends well.
#
# The last line is `package: N of 9 worked`. How this machine reaches its mirror is copied in.
set -euo pipefail
package=$(realpath "${1:?usage: check_package.sh PACKAGE.deb}")
mirror=${KITH_DEBIAN_MIRROR:-http://deb.debian.org/debian}
worked=0
count=9

say() { echo "package: $*" >&2; }

if [ "$(id -u)" != 0 ] || ! command -v debootstrap > /dev/null; then
  say "not tried: this needs root and debootstrap"
  exit 0
fi

machine=$(mktemp -d)
chmod 755 "$machine"  # the root of another machine, and its users go through it
server='' port=''
leave_machine() {
  [ -z "$server" ] || kill "$server" 2> /dev/null || true
  umount "$machine/proc" 2> /dev/null || true
  rm -rf --one-file-system "$machine"
}
trap leave_machine EXIT

inside() {
  env -i HOME=/ TERM=dumb LANG=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    DEBIAN_FRONTEND=noninteractive chroot "$machine" /bin/sh -c "$1"
}
as_kith() { inside "runuser -u kith -- $1"; }

step() {
  local what=$1
  shift
  if "$@" > "$machine/var/log/step" 2>&1; then
    worked=$((worked + 1))
    say "worked: $what"
  else
    say "did not work: $what"
    tail -20 "$machine/var/log/step" >&2
  fi
}

make_machine() {
  debootstrap --variant=minbase bookworm "$machine" "$mirror" > "$machine.log" 2>&1 || { tail "$machine.log" >&2; exit 1; }
  rm -f "$machine.log"
  printf 'deb %s bookworm main\n' "$mirror" > "$machine/etc/apt/sources.list"
  cp /etc/resolv.conf /etc/hosts "$machine/etc/"
  cp /etc/apt/apt.conf.d/99* "$machine/etc/apt/apt.conf.d/" 2> /dev/null || true
  mount -t proc proc "$machine/proc"
  cp "$package" "$machine/srv/kith.deb"
}

installs() { inside "apt-get update -q && apt-get install -y -q --no-install-recommends /srv/kith.deb"; }
folder_is_its_own() { [ "$(inside "stat -c '%U %a' /var/lib/kith")" = "kith 700" ]; }
begins() { as_kith "kith init --for=charity --data=/var/lib/kith"; }
unit_is_right() {
  inside "apt-get install -y -q --no-install-recommends systemd"
  inside "systemd-analyze verify /lib/systemd/system/kith.service"
  inside "systemd-analyze security --offline=yes --threshold=25 /lib/systemd/system/kith.service"
}
ask() {
  exec 3<> "/dev/tcp/127.0.0.1/$port"
  printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n' "$1" "$port" >&3
  tr -d '\0' <&3
}
serves() {
  as_kith "sh -c 'echo \$\$ > /tmp/serve.pid; exec kith serve --data=/var/lib/kith --port=0'" \
    > "$machine/var/log/serve" 2>&1 &
  for _ in $(seq 300); do
    port=$(sed -n 's/^Kith listens on .*://p' "$machine/var/log/serve")
    [ -z "$port" ] || break
    sleep 0.1
  done
  server=$(cat "$machine/tmp/serve.pid")
  ask /api/installation | grep '"for":"charity"' && ask / | grep '<html lang="en"'
}
makes_paper() {
  inside "kith demo --json --port=0 > /tmp/told & demo=\$!
    for _ in 1 2 3 4 5 6 7 8 9; do [ -s /tmp/told ] || sleep 3; done
    python3 - <<'END'
import json, urllib.request
told = json.loads(open('/tmp/told').readline())
one = next(person for person in told['people'] if person['record'])
sheet = f\"{told['url']}/api/records/{one['record']}/paper?style=one-page&as=pdf\"
asked = urllib.request.Request(sheet, headers={'Authorization': 'Bearer ' + one['token']})
assert urllib.request.urlopen(asked).read().startswith(b'%PDF')
END
    code=\$?; kill \$demo; exit \$code"
}
backs_up() { as_kith "kith backup /var/lib/kith/backup-1 --data=/var/lib/kith" && as_kith "kith verify --data=/var/lib/kith/backup-1"; }
removes() {
  kill "$server" && server='' && sleep 1
  inside "apt-get remove -y -q kith" && [ ! -e "$machine/usr/bin/kith" ] && [ -e "$machine/var/lib/kith/journal.db" ]
}
purge_leaves_records() {
  inside "apt-get purge -y -q kith" > "$machine/var/log/purge" 2>&1
  grep -q "The records stay" "$machine/var/log/purge" && [ -e "$machine/var/lib/kith/journal.db" ]
}

make_machine
step "it installs with the libraries of Debian 12" installs
step "its folder is its own user's alone" folder_is_its_own
step "it begins" begins
step "it serves its pages" serves
step "it makes paper" makes_paper
step "it backs up while it serves" backs_up
step "its unit is right, and closed to what it does not need" unit_is_right
step "it goes, and the records stay" removes
step "a purge leaves the records and says so" purge_leaves_records
say "$worked of $count worked"
[ "$worked" = "$count" ]

#!/bin/bash
# Makes the Debian package of the program that was built: `tools/package/make_package.sh build/kith FOLDER`.
#
# No debhelper: what is in the package can be read here. The libraries it needs are read from the program.
# The last line is the package's path.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
house=$(cd "$here/../.." && pwd)
program=${1:?usage: make_package.sh PROGRAM FOLDER}
folder=${2:?usage: make_package.sh PROGRAM FOLDER}
version=$(sed -n 's/^project(kith VERSION \([0-9.]*\).*/\1/p' "$house/CMakeLists.txt")
architecture=$(dpkg --print-architecture)
name=kith_${version}_${architecture}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root

libraries() {
  mkdir -p "$work/debian"
  printf 'Source: kith\n\nPackage: kith\nArchitecture: any\n' > "$work/debian/control"
  (cd "$work" && dpkg-shlibdeps -O -e "$root/usr/bin/kith" 2> /dev/null) | sed 's/^shlibs:Depends=//'
}

install -D -m 0755 --strip "$program" "$root/usr/bin/kith"
install -D -m 0644 "$here/kith.service" "$root/lib/systemd/system/kith.service"
install -D -m 0644 "$house/main/kith.conf" "$root/usr/share/doc/kith/kith.conf"
install -D -m 0644 "$house/docs/operations.md" "$root/usr/share/doc/kith/operations.md"
install -D -m 0644 "$here/copyright" "$root/usr/share/doc/kith/copyright"
install -d "$root/DEBIAN"
for script in postinst prerm postrm; do install -m 0755 "$here/$script" "$root/DEBIAN/$script"; done
cat > "$root/DEBIAN/control" <<END
Package: kith
Version: $version
Architecture: $architecture
Maintainer: Kith <kith@localhost>
Section: misc
Priority: optional
Depends: $(libraries), adduser, python3, weasyprint, tzdata
Installed-Size: $(du -sk "$root/usr" | cut -f1)
Description: care plans in people's own words
 A server with its web pages for people with mental health needs and those who
 help them: a circle of people, ideas nearby, a plan in their own words.
END
(cd "$root" && find usr lib -type f -exec md5sum {} +) > "$root/DEBIAN/md5sums"
mkdir -p "$folder"
SOURCE_DATE_EPOCH=$(git -C "$house" log -1 --format=%ct) \
  dpkg-deb --root-owner-group --build "$root" "$folder/$name.deb" > /dev/null
echo "$folder/$name.deb"

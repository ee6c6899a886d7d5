#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Desktop entry and metainfo are valid, and everything the desktop matches by name carries one id and one version.
# shellcheck source=tests/repo/files.sh
source "$(dirname "${BASH_SOURCE[0]}")/files.sh"
id=io.github.loopscope.Loopscope
linux=packaging/linux
entry=$linux/$id.desktop
metainfo=$linux/$id.metainfo.xml
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

desktop-file-validate "$entry" || violation "$entry:1: not valid"
# Strictly, a validator before 1.0 refuses <developer>, and one after it <developer_name>; each desktop reads its own of the two.
refused='<developer_name>'
appstreamcli --version | grep -q ' 0\.' && refused='<developer '
for tag in '<developer_name>' '<developer '; do
    grep -q "^ *$tag" "$metainfo" || violation "$metainfo:1: no $tag"
done
sed "s/^ *$refused.*//" "$metainfo" >"$scratch/${metainfo##*/}"
appstreamcli validate --strict --no-net "$scratch/${metainfo##*/}" || violation "$metainfo:1: not valid"
man --warnings -E UTF-8 -l -Tutf8 -Z $linux/loopscope.1 2>&1 >/dev/null | grep . && violation "$linux/loopscope.1:1: warnings"

grep -qx "Icon=$id" "$entry" || violation "$entry:1: Icon is not $id"
grep -q "<id>$id</id>" "$metainfo" || violation "$metainfo:1: id is not $id"
grep -q "<launchable type=\"desktop-id\">$id.desktop</launchable>" "$metainfo" || violation "$metainfo:1: launchable is not $id"
for icon in "$id.svg" "$id-small.svg" "$id-symbolic.svg" {16,22,24,32,48,64,128,256,512}/"$id.png"; do
    [[ -s $linux/icons/$icon ]] || violation "$linux/icons/$icon:1: missing"
done
for icon in "$linux"/icons/*/"$id.png"; do
    size=$(basename "$(dirname "$icon")")
    file "$icon" | grep -q " $size x $size," || violation "$icon:1: not $size pixels wide and high"
done

version=$(sed -n 's/^project(loopscope VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
grep -q "<release version=\"$version\"" "$metainfo" || violation "$metainfo:1: no release $version"
head -n 1 $linux/changelog | grep -qF "loopscope ($version-" || violation "$linux/changelog:1: not about $version"
grep -q "^\.TH .*\"Loopscope $version\"" $linux/loopscope.1 || violation "$linux/loopscope.1:1: not about $version"
finish

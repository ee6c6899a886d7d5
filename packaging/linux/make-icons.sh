#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Draws the PNG icons from the SVG ones; run it after changing those (needs librsvg2-bin).
# Up to 24 pixels the simplified drawing is used: the full one blurs there.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/icons"
id=io.github.loopscope.Loopscope
for size in 16 22 24 32 48 64 128 256 512; do
    source=$id.svg
    ((size <= 24)) && source=$id-small.svg
    mkdir -p "$size"
    rsvg-convert -w "$size" -h "$size" -o "$size/$id.png" "$source"
done

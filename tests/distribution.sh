#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Makes a bare Debian in a folder, with nothing but git, runs both commands of the README there on what is committed, and
# says how long each took. Needs root, debootstrap's archive and some 8 GB; touches nothing outside the folder.
# usage: tests/distribution.sh [--folder DIR] [--mirror URL] bookworm|trixie [arguments for tests/run.sh …]
# The folder (default: a new one in /var/tmp, removed at the end) is emptied before. The window is photographed into
# build/distribution/RELEASE.png, and what both commands said is in RELEASE-window.log and RELEASE-tests.log beside it.
set -euo pipefail
root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
# shellcheck source=packaging/dependencies.sh
source "$root/packaging/dependencies.sh"
# shellcheck source=tests/e2e/desktop.sh
source "$root/tests/e2e/desktop.sh"

[[ $EUID -eq 0 ]] || stop "tests/distribution.sh makes a system in a folder, and that needs root."
# In namespaces of its own for mounts and processes, so that nothing of it is left however it ends.
[[ ${LOOPSCOPE_DISTRIBUTION-} == inside ]] \
    || LOOPSCOPE_DISTRIBUTION=inside exec unshare --mount --pid --fork --kill-child --mount-proc "${BASH_SOURCE[0]}" "$@"

folder=""
mirror=http://deb.debian.org/debian
while [[ ${1-} == --* ]]; do
    case $1 in
        --folder) folder=$(realpath -m -- "${2-}") ;;
        --mirror) mirror=${2-} ;;
        *) stop "There is no option $1; choose --folder or --mirror." ;;
    esac
    shift $(($# < 2 ? $# : 2))
done
release=${1-}
[[ $release == bookworm || $release == trixie ]] || stop "usage: tests/distribution.sh [--folder DIR] [--mirror URL] bookworm|trixie [arguments for tests/run.sh …]"
shift
cd "$root"
install_missing debootstrap xvfb openbox xdotool imagemagick
[[ -z $(git status --porcelain) ]] || say "What is not committed does not take part."

scratch=$(mktemp -d)
results=$root/build/distribution
mkdir -p "$results"
throwaway=""
[[ -n $folder ]] || folder=$(mktemp -d /var/tmp/loopscope-XXXXXX) throwaway=$folder
# shellcheck disable=SC2317 # the trap calls it
clean_up() {
    close_desktop
    umount -R "$folder/dev" "$folder/proc" 2>/dev/null || true # or their files went with the folder's
    rm -rf --one-file-system "$scratch" ${throwaway:+"$throwaway"}
}
trap clean_up EXIT

# Runs its arguments, which may begin with variables, in the bare system.
bare() { chroot "$folder" env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "$@"; }

# Puts the seconds since $begin before each line, into file $1 and to the terminal.
stamped() {
    while IFS= read -r line; do printf '%5d s  %s\n' $((SECONDS - begin)) "$line"; done | tee "$1"
}

say "Making a bare $release in $folder"
rm -rf --one-file-system "${folder:?}"/*
debootstrap --variant=minbase --include=git,ca-certificates "$release" "$folder" "$mirror" >"$scratch/debootstrap.log" \
    || { tail -n 20 "$scratch/debootstrap.log"; stop "debootstrap could not make $release."; }
apt-config dump | grep -E '^Acquire::(https?|Retries|Check)' >"$folder/etc/apt/apt.conf.d/50as-here" || true # a proxy, if any
mount --rbind /dev "$folder/dev"
mount -t proc proc "$folder/proc"
git clone -q "$root" "$folder/root/loopscope"
commit=$(git -C "$folder/root/loopscope" rev-parse --short HEAD)

open_desktop "$scratch"
say "$release, commit $commit: packaging/launch.sh"
begin=$SECONDS
bare DISPLAY="$DISPLAY" QT_X11_NO_MITSHM=1 /root/loopscope/packaging/launch.sh > >(stamped "$results/$release-window.log") 2>&1 &
program=$!
until [[ -n $(xdotool search --onlyvisible --class '^Loopscope$' 2>/dev/null) ]]; do
    kill -0 "$program" 2>/dev/null || stop "packaging/launch.sh ended before there was a window."
    ((SECONDS - begin < 3600)) || stop "There was no window after an hour."
    sleep 0.2
done
window=$((SECONDS - begin))
wait_for_window Loopscope "$program"
import -window root "$results/$release.png"
xdotool key alt+F4
wait "$program" || stop "Loopscope ended with $? after its window was closed."
close_desktop

say "$release, commit $commit: tests/run.sh $*"
begin=$SECONDS
status=0
bare /root/loopscope/tests/run.sh "$@" 2>&1 | stamped "$results/$release-tests.log" || status=$?
say "$release, commit $commit, $(nproc) processors: the window after $window s; tests/run.sh $* after $((SECONDS - begin)) s, $([[ $status -eq 0 ]] && echo green || echo "RED ($status)")"
exit "$status"

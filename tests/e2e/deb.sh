#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Builds the Debian package and proves what can be proved on this machine:
#   always    lintian finds no error; the contents are all there, owned by root, with the right modes; apt resolves
#             the dependencies for an empty system from Debian's archive, without any build tool among them; unpacked into
#             a folder it starts from its desktop entry, which finds program and icon there, every library it then has mapped
#             belongs to a package it depends on or recommends, and it ends with 0 when its window is closed
#   as root   apt installs it; the same from where it is installed; apt purges it and not one path differs
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=packaging/dependencies.sh
source "$root/packaging/dependencies.sh"
# shellcheck source=tests/e2e/desktop.sh
source "$root/tests/e2e/desktop.sh"
id=io.github.loopscope.Loopscope
scratch=$(mktemp -d)
installed=()

clean_up() {
    close_desktop
    if [[ ${#installed[@]} -gt 0 ]]; then apt purge "${installed[@]}" || true; fi
    rm -rf "$scratch"
}
trap clean_up EXIT

make_package() {
    (cd "$root" && build_preset release)
    cpack --config "$root/build/release/CPackConfig.cmake" -G DEB -B "$scratch" >"$scratch/cpack.log" \
        || { cat "$scratch/cpack.log"; stop "cpack made no package."; }
    chmod -R a+rX "$scratch" # apt reads it as its own user
    deb=$(find "$scratch" -maxdepth 1 -name 'loopscope_*.deb')
    [[ -f $deb ]] || stop "cpack made '$deb' instead of one package."
}

check_lint() {
    TMPDIR=$scratch lintian --allow-root --fail-on error "$deb" || stop "lintian found errors."
}

check_contents() {
    dpkg-deb -c "$deb" >"$scratch/contents"
    local path size
    for path in bin/loopscope "share/applications/$id.desktop" "share/metainfo/$id.metainfo.xml" \
        share/man/man1/loopscope.1.gz share/doc/loopscope/{copyright,changelog.Debian.gz} \
        "share/icons/hicolor/scalable/apps/$id.svg" "share/icons/hicolor/symbolic/apps/$id-symbolic.svg"; do
        grep -qF " ./usr/$path" "$scratch/contents" || stop "The package lacks /usr/$path."
    done
    for size in 16 22 24 32 48 64 128 256 512; do
        grep -qF " ./usr/share/icons/hicolor/${size}x$size/apps/$id.png" "$scratch/contents" \
            || stop "The package lacks the icon of $size pixels."
    done
    if grep -vE '^(drwxr-xr-x|-rw-r--r--|-rwxr-xr-x) root/root ' "$scratch/contents"; then
        stop "The paths above have an unexpected owner or mode."
    fi
}

# Prints the packages that apt would install to get $@ on a system that has nothing at all.
simulate_on_nothing() {
    : >"$scratch/status"
    apt-get -qq --simulate --no-install-recommends -o Dir::State::status="$scratch/status" \
        -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= install "$@" \
        | sed -n 's/^Inst \([^ ]*\).*/\1/p' | sort -u
}

# Leaves in $scratch/resolved what apt would install on a system that has nothing at all.
check_dependencies() {
    simulate_on_nothing "$deb" >"$scratch/resolved" \
        || stop "apt cannot resolve the dependencies from the archive (are its lists fresh? apt-get update)."
    grep -qx loopscope "$scratch/resolved" || stop "apt would not install the package itself."
    if grep -E -- '-dev$|^(g\+\+|gcc|cpp|cmake|ninja-build)' "$scratch/resolved" | grep -vE '^gcc-[0-9]+-base$'; then
        stop "The packages above are build tools; the package must not need them."
    fi
    say "apt resolves $(wc -l <"$scratch/resolved") packages on an empty system, none of them a build tool."
}

# Leaves in $scratch/reachable the packages that the program may use: dependencies, and what it recommends by name.
list_reachable() {
    local recommended
    IFS=', ' read -ra recommended <<<"$(dpkg-deb -f "$deb" Recommends)"
    simulate_on_nothing "$deb" "${recommended[@]}" >"$scratch/reachable" \
        || stop "apt cannot resolve what the package recommends."
}

list_paths() {
    find /etc /usr /opt /var/lib -xdev \( -path /var/lib/apt -o -name __pycache__ -o -path /var/lib/dpkg/updates \) -prune \
        -o -print | sort
}

install_package() {
    [[ -z $(missing_packages loopscope) ]] && stop "loopscope is already installed here; purge it first."
    apt-get -qq --simulate --no-install-recommends install "$deb" >"$scratch/plan" \
        || stop "apt cannot install the package on this machine."
    list_paths >"$scratch/before"
    mapfile -t installed < <(sed -n 's/^Inst \([^ ]*\).*/\1/p' "$scratch/plan")
    apt install --no-install-recommends "$deb" || stop "apt did not install the package."
}

# Every shared library that process $1 has mapped has to come from a package that the dependencies bring.
check_mapped_libraries() {
    local library count=0
    while read -r library; do
        local owner
        owner=$(dpkg-query -S "$library" 2>/dev/null || dpkg-query -S "${library#/usr}" 2>/dev/null) \
            || stop "$library is mapped and belongs to no package."
        owner=${owner%%:*}
        grep -qx "$owner" "$scratch/reachable" \
            || stop "$library is mapped, but nothing the package depends on or recommends brings $owner."
        count=$((count + 1))
    done < <(awk '$6 ~ /\.so/ { print $6 }' "/proc/$1/maps" | sort -u)
    [[ $count -gt 20 ]] || stop "Only $count libraries are mapped; that is no Qt program."
    say "All $count mapped libraries come with what the package depends on or recommends."
}

# Prints the icon files called $2 below $1 that a desktop finds: in the folders that the hicolor theme tells of.
find_icons() {
    local folders folder end
    IFS=, read -ra folders < <(sed -n 's/^Directories=//p' /usr/share/icons/hicolor/index.theme)
    for folder in "${folders[@]}"; do
        for end in svg png; do
            if [[ -s $1/icons/hicolor/$folder/$2.$end ]]; then echo "$folder/$2.$end"; fi
        done
    done
}

check_icon() {
    local icons size
    icons=$(find_icons "$1" "$2")
    for size in scalable {16,22,24,32,48,64,128,256,512}; do
        [[ $size == scalable ]] || size=${size}x$size
        grep -q "^$size/apps/" <<<"$icons" || stop "A desktop finds no icon '$2' of the size $size in $1; it finds: ${icons:-none}"
    done
}

# Of what was installed below the prefix $1, as a desktop does it that has this prefix in its paths.
start_from_desktop_entry() {
    local prefix=$1 entry=$1/share/applications/$id.desktop command class path=$1/bin:/usr/bin:/bin
    desktop-file-validate "$entry"
    command=$(sed -n 's/^Exec=//p' "$entry" | sed 's/ *%[a-zA-Z]//g')
    class=$(sed -n 's/^StartupWMClass=//p' "$entry")
    check_icon "$prefix/share" "$(sed -n 's/^Icon=//p' "$entry")"
    read -ra command <<<"$command"
    [[ $(PATH=$path type -P "${command[0]}") == "$prefix/bin/"* ]] \
        || stop "The desktop entry starts '${command[0]}', which is not what was installed in $prefix/bin."
    mkdir -m 700 "$scratch/desktop" "$scratch/home"
    open_desktop "$scratch/desktop"
    env -i HOME="$scratch/home" XDG_RUNTIME_DIR="$scratch/home" PATH="$path" LANG=C.UTF-8 DISPLAY="$DISPLAY" \
        XDG_DATA_DIRS="$prefix/share:/usr/local/share:/usr/share" "${command[@]}" &
    local program=$!
    desktop_pids+=("$program")
    wait_for_window "$class" "$program"
    [[ $(readlink "/proc/$program/exe") == "$(realpath "$prefix/bin")"/* ]] || stop "Another program than that in $prefix/bin was started."
    # xdotool ignores the case of a class, a desktop that looks for the entry of a window may not.
    xprop -id "$(xdotool search --onlyvisible --class "^$class\$" | head -n 1)" WM_CLASS | grep -qF ", \"$class\"" \
        || stop "The window's class is not $class, so a desktop would not find its entry; see setApplicationName()."
    check_mapped_libraries "$program"
    xdotool key alt+F4
    timeout 20 tail --pid="$program" -f /dev/null || stop "The program still runs 20 s after its window was closed."
    wait "$program" || stop "The program ended with $? after its window was closed."
    close_desktop
    rm -r "${scratch:?}"/{desktop,home}
}

check_version() {
    [[ $(env -i "$1/bin/loopscope" --version) == *"$(dpkg-deb -f "$deb" Version | sed 's/-[^-]*$//')"* ]] \
        || stop "The program in $1/bin does not tell the version of its package."
}

# Nobody needs to be root for that, and nothing of this machine is changed.
try_in_folder() {
    dpkg-deb -x "$deb" "$scratch/unpacked"
    check_version "$scratch/unpacked/usr"
    start_from_desktop_entry "$scratch/unpacked/usr"
}

purge_package() {
    apt purge "${installed[@]}" || stop "apt did not purge the package."
    installed=()
    list_paths >"$scratch/after"
    diff "$scratch/before" "$scratch/after" || stop "The paths above differ from before the installation."
}

make_package
check_lint
check_contents
check_dependencies
list_reachable
try_in_folder
if [[ $EUID -ne 0 ]]; then
    say "Unpacked, started from its desktop entry and closed. Not root: installing and purging it is not proved here."
    exit 0
fi
exec {lock}>/run/lock/loopscope-deb-test # two trees tested at once share one machine
flock -w 600 "$lock" || stop "Another run of this test holds /run/lock/loopscope-deb-test for ten minutes."
install_package
check_version /usr
start_from_desktop_entry /usr
purge_package
say "Installed, started from its desktop entry, closed and purged; no path differs."

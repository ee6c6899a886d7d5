# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# Sourced by packaging/launch.sh, tests/run.sh and others: what Debian has to provide, and how to build.
# Everything said here goes to stderr, so that stdout belongs to the program alone.

# The names are the same on Debian 12 and 13. qt6-base-dev brings Qt D-Bus, too.
# shellcheck disable=SC2034 # used by those who source this
build_packages=(
    g++ cmake ninja-build pkg-config
    qt6-base-dev qt6-svg-dev qcoro-qt6-dev
    qt6-l10n-tools
    libunwind-dev libdw-dev libxcb1-dev zlib1g-dev
    libqt6svg6 qt6-translations-l10n ca-certificates fonts-dejavu-core)

# shellcheck disable=SC2034
test_packages=(
    xvfb openbox xdotool x11-utils dbus at-spi2-core python3-pyatspi gir1.2-atspi-2.0 gir1.2-gtk-3.0
    desktop-file-utils appstream lintian dpkg-dev man-db file git curl imagemagick
    nginx-light python3-httpbin gunicorn openssl faketime clang libclang-rt-dev)
# That of Debian 12, which lays out as repo_format asks for; Debian 13 has none.
if grep -q '^VERSION_CODENAME=bookworm$' /etc/os-release 2>/dev/null; then
    test_packages+=(clang-format-14)
fi

# Those of them that tests/fuzz/run.sh needs.
# shellcheck disable=SC2034
fuzz_packages=(clang libclang-rt-dev)

# What builds the program elsewhere. Not tried: said to people, never installed from here.
fedora_packages=(
    gcc-c++ cmake ninja-build pkgconf-pkg-config gzip
    qt6-qtbase-devel qt6-qtsvg-devel qcoro-qt6-devel qt6-qttools-devel qt6-linguist
    libunwind-devel elfutils-devel libxcb-devel zlib-devel
    qt6-qtsvg qt6-qttranslations ca-certificates dejavu-sans-fonts)
arch_packages=(
    gcc cmake ninja pkgconf gzip
    qt6-base qt6-svg qcoro qt6-tools
    libunwind libelf libxcb zlib
    qt6-translations ca-certificates ttf-dejavu)

say() { printf 'loopscope: %s\n' "$*" >&2; }

stop() {
    say "$*"
    exit 1
}

# Prints those of the given packages that are not installed, one per line.
missing_packages() {
    comm -23 <(printf '%s\n' "$@" | sort -u) \
        <(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null \
            | sed -n 's/ installed$//p' | sort -u)
}

# Sets as_root to what has to stand before a command that needs root, or stops.
find_root() {
    as_root=()
    [[ $EUID -eq 0 ]] && return
    command -v sudo >/dev/null \
        || stop "These packages are missing and need root to install: $*. As root, run: apt-get install $*"
    as_root=(sudo)
}

apt() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
        -o Dpkg::Use-Pty=0 -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 "$@" >&2
}

# Says how to build on a system without apt, and stops.
stop_without_apt() {
    local how="Install what packaging/dependencies.sh names in your system's way"
    if command -v dnf >/dev/null; then
        how="Nobody has tried Loopscope on Fedora; these should be the packages: sudo dnf install ${fedora_packages[*]}"
    elif command -v pacman >/dev/null; then
        how="Nobody has tried Loopscope on Arch Linux; these should be the packages: sudo pacman -S --needed ${arch_packages[*]}"
    fi
    stop "This system has no apt. $how. Then build with: cmake --preset release && cmake --build --preset release"
}

# Installs those of the given packages that are missing; says and does nothing when none is.
install_missing() {
    command -v apt-get >/dev/null || stop_without_apt
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [[ ${#missing[@]} -eq 0 ]] && return
    find_root "${missing[@]}"
    say "Installing ${#missing[@]} packages with apt: ${missing[*]}"
    apt update || say "apt could not refresh its lists; going on with those it has."
    apt install --no-install-recommends "${missing[@]}" \
        || stop "apt could not install what is missing; its message above says why. Loopscope needs Debian 12 (bookworm) or newer, and the network."
}

# Whether the tree of preset $1 is configured for the folder it lies in now, and not for where it was copied from.
is_configured() {
    [[ -f build/$1/build.ninja ]] \
        && grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" "build/$1/CMakeCache.txt"
}

# How long $1 seconds are, in words that promise no more than a guess can keep.
about() {
    if (($1 < 55)); then
        echo "about $((($1 + 9) / 10 * 10)) s"
    else
        echo "about $((($1 + 30) / 60)) min"
    fi
}

# Reads what ninja says and tells how far it is: in one line on a terminal, every 15 seconds elsewhere. Says nothing while
# nothing is built.
show_progress() {
    local line begin=$SECONDS next=0 patience=(-t 5) left built all status
    while :; do
        # The first step to end may be a long one; then five seconds say as well that something is built.
        status=0
        IFS= read -r "${patience[@]}" line || status=$?
        [[ $status -eq 0 || $status -gt 128 ]] || break
        if [[ $status -eq 0 ]]; then
            [[ $line =~ ^\[([0-9]+)/([0-9]+)\]\ (.*) && ${BASH_REMATCH[3]} != Re-* ]] || continue
            built=${BASH_REMATCH[1]} all=${BASH_REMATCH[2]}
        fi
        [[ ${#patience[@]} -eq 0 ]] || say "Building the preset $1 with $(nproc) jobs."
        patience=()
        [[ $status -eq 0 ]] || continue
        [[ -t 2 ]] || ((SECONDS >= next)) || continue
        next=$((SECONDS + 15)) left=""
        # The first steps, which write code and compile headers, say little of the others.
        ((10 * built < all)) || left=", $(about $(((SECONDS - begin) * (all - built) / built))) left"
        if [[ -t 2 ]]; then
            printf '\rloopscope: %3d %% built%s\e[K' $((100 * built / all)) "$left" >&2
        else
            say "$((100 * built / all)) % built$left"
        fi
    done
    [[ -t 2 && $next -gt 0 ]] && printf '\r\e[K' >&2
    return 0
}

# Configures and builds preset $1 in the current folder, the root of the sources, or only the targets $2 …; silent when
# nothing is to be done.
build_preset() {
    local preset=$1 targets=()
    shift
    [[ $# -gt 0 ]] && targets=(--target "$@")
    mkdir -p "build/$preset" 2>/dev/null || true
    [[ -w build/$preset ]] \
        || stop "$PWD/build/$preset cannot be written to. Copy the sources to a folder of your own and start from there."
    if ! is_configured "$preset"; then
        say "Configuring the preset $preset in $PWD/build/$preset"
        cmake --fresh --preset "$preset" >"build/$preset/configure.log" 2>&1 \
            || { cat "build/$preset/configure.log" >&2; stop "CMake could not configure; its message above says why."; }
    fi
    local log=build/$preset/build.log status=0
    NINJA_STATUS='[%f/%t] ' cmake --build --preset "$preset" --parallel "$(nproc)" "${targets[@]}" 2>&1 \
        | tee "$log" | show_progress "$preset" || status=$?
    [[ $status -eq 0 ]] && return
    # From the first command that failed on: what came before went well.
    sed -n '/^FAILED: /,$p' "$log" | grep . >&2 || cat "$log" >&2
    stop "The build failed; the compiler's message above says why. All of it is in $PWD/$log"
}

# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# Sourced by packaging/launch.sh and tests/run.sh: what Debian has to provide, and how to build.
# Everything said here goes to stderr, so that stdout belongs to the program alone.

# shellcheck disable=SC2034 # used by those who source this
build_packages=(
    g++ cmake ninja-build pkg-config
    qt6-base-dev qt6-svg-dev qcoro-qt6-dev
    qt6-l10n-tools qt6-tools-dev qt6-tools-dev-tools linguist-qt6
    libunwind-dev libdw-dev libxcb1-dev zlib1g-dev
    libqt6svg6 qt6-translations-l10n ca-certificates fonts-dejavu-core)

# shellcheck disable=SC2034
test_packages=(
    xvfb openbox xdotool x11-utils dbus at-spi2-core python3-pyatspi gir1.2-atspi-2.0 gir1.2-gtk-3.0
    desktop-file-utils appstream lintian dpkg-dev man-db file git curl imagemagick
    nginx-light python3-httpbin gunicorn openssl faketime clang libclang-rt-dev)

# Those of them that tests/fuzz/run.sh needs.
# shellcheck disable=SC2034
fuzz_packages=(clang libclang-rt-dev)

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

# Installs those of the given packages that are missing; says and does nothing when none is.
install_missing() {
    command -v apt-get >/dev/null \
        || stop "This system has no apt. Install what packaging/dependencies.sh names in your system's way, then build with: cmake --preset release && cmake --build --preset release"
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

is_current() {
    is_configured "$1" && ninja -C "build/$1" -n 2>/dev/null | grep -q '^ninja: no work to do'
}

# Configures and builds preset $1 in the current folder, the root of the sources; silent when nothing is to be done.
build_preset() {
    is_current "$1" && return
    mkdir -p "build/$1" 2>/dev/null || true
    [[ -w build/$1 ]] \
        || stop "$PWD/build/$1 cannot be written to. Copy the sources to a folder of your own and start from there."
    local note=""
    if ! is_configured "$1"; then
        note="; the first time takes some minutes"
        say "Configuring the preset $1 in $PWD/build/$1"
        cmake --fresh --preset "$1" >"build/$1/configure.log" 2>&1 \
            || { cat "build/$1/configure.log" >&2; stop "CMake could not configure; its message above says why."; }
    fi
    say "Building the preset $1 with $(nproc) jobs$note."
    cmake --build --preset "$1" --parallel "$(nproc)" >&2 \
        || stop "The build failed; the compiler's message above says why."
}

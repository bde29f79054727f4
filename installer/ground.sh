# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Sanzhen authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The ground: where Sanzhen is compiled and run. Natively where the system has Qt 6.8, in a private Debian 13 elsewhere.
# Source this from a script that has set SZ_SOURCE (the source tree) and `set -euo pipefail`.
#
#   prepareGround build run   makes sure the packages of these lists are there
#   inGround COMMAND…         runs a command there; exit code, signals and stdin as if it were here
#   execGround COMMAND…       the same, replacing this process

: "${HOME:=$(getent passwd "$(id -u)" | cut -d: -f6)}"
export HOME

readonly kExitGround=3

SZ_INSTALLER=$SZ_SOURCE/installer
# shellcheck source=installer/messages.sh
source "$SZ_INSTALLER/messages.sh"
# shellcheck source=installer/progress.sh
source "$SZ_INSTALLER/progress.sh"
# shellcheck source=installer/root.sh
source "$SZ_INSTALLER/root.sh"

# what a system that is not Debian must have to be used as it is; the Qt modules at 6.8 or newer
readonly kQtModules='Qt6Core Qt6Widgets Qt6QuickWidgets Qt6Location Qt6Positioning Qt6Svg'
readonly kOtherModules='sqlite3 libssl libzstd tomlplusplus libpq libzip pugixml libical shapelib libpng libturbojpeg libwebp zlib'
readonly kHeaders='protozero/pbf_reader.hpp' # libraries without a .pc file
readonly kTools='g++ cmake ninja'

# Ctrl+C in a step ends the script without calling the step failed; exec gives programs their signals back.
trap 'exit 130' INT
trap 'exit 143' TERM HUP

cacheFolder() { printf '%s' "${XDG_CACHE_HOME:-$HOME/.cache}/sanzhen"; }

# packagesOf LIST…: the names in installer/packages-LIST.txt, one a line.
packagesOf() {
    local list
    for list in "$@"; do
        sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$SZ_INSTALLER/packages-$list.txt"
    done | sort -u
}

# missingPackages STATUS_FILE: those of the names on stdin that dpkg's status file does not hold as installed.
missingPackages() {
    awk 'FILENAME == "-" { wanted[$1] = 1; next }
        /^Package: / { name = $2 }
        /^Status: .* installed$/ { delete wanted[name] }
        END { for (name in wanted) print name }' - "$1" | sort
}

# osField FILE NAME prints one value of an os-release file, or nothing.
osField() { sed -n "s/^$2=//p" "$1" 2>/dev/null | tr -d "\"'" | head -n 1; }

# Debian 13 or newer; testing and unstable carry no version and count as newer.
isNewDebian() {
    local file=${SANZHEN_OS_RELEASE:-/etc/os-release} version
    [[ $(osField "$file" ID) == debian ]] || return 1
    version=$(osField "$file" VERSION_ID)
    [[ -z $version ]] || ((${version%%.*} >= 13))
}

hasQt68() {
    local module header
    for module in $kQtModules; do pkg-config --atleast-version=6.8 "$module" 2>/dev/null || return 1; done
    for module in $kOtherModules; do pkg-config --exists "$module" 2>/dev/null || return 1; done
    for module in $kTools; do command -v "$module" >/dev/null || return 1; done
    for header in $kHeaders; do g++ -fsyntax-only -x c++ -include "$header" /dev/null 2>/dev/null || return 1; done
}

# chooseGround prints native-apt (Debian ≥ 13: as it is, packages by apt), native (has all) or root (private Debian 13).
chooseGround() {
    case ${SANZHEN_GROUND:-} in native | native-apt | root)
        printf '%s' "$SANZHEN_GROUND"
        return
        ;;
    esac
    if isNewDebian; then
        printf native-apt
    elif hasQt68; then
        printf native
    else
        printf root
    fi
}

prepareGround() {
    [[ $(uname -s) == Linux ]] || refuse "$kExitGround" not_linux "$(uname -s)"
    SZ_GROUND=$(chooseGround)
    mkdir -p "$(cacheFolder)/ccache" 2>/dev/null || refuse "$kExitGround" no_folder "$(cacheFolder)"
    [[ -w $(cacheFolder) ]] || refuse "$kExitGround" no_folder "$(cacheFolder)"
    case $SZ_GROUND in
    native-apt) prepareHost "$@" ;;
    root) prepareRoot "$@" ;;
    esac
}

# On Debian 13 and newer the packages belong to the system.
prepareHost() {
    local missing
    mapfile -t missing < <(packagesOf "$@" | missingPackages /var/lib/dpkg/status)
    ((${#missing[@]} == 0)) || installOnHost "${missing[@]}"
}

# installOnHost PACKAGE…: says so, then installs; refuses with the exact command when it may not.
installOnHost() {
    local log label prefix command=(apt-get install -y --no-install-recommends "$@")
    prefix=$(rootPrefix) || refuse "$kExitGround" no_rights_apt "sudo ${command[*]}"
    say host_install "$*"
    log=$(cacheFolder)/host.log
    label=$(text step_host_tools $#)
    : >"$log"
    aptOnHost "$log" "$label" "$prefix" "${command[@]}" || explainAptFailure "$log" "$label"
}

# aptOnHost LOG LABEL PREFIX COMMAND…
# An old or empty package index is the common reason of a failed install: one update, one more try.
aptOnHost() {
    local log=$1 label=$2 as=()
    [[ -z $3 ]] || as=("$3")
    as+=(env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8)
    shift 3
    runStep "$log" "$label" "${as[@]}" "$@" && return
    "${as[@]}" apt-get update --error-on=any >>"$log" 2>&1 || return 1
    runStep "$log" "$label" "${as[@]}" "$@"
}

# rootPrefix prints how to become root: nothing or "sudo"; fails when there is no way without asking in vain.
rootPrefix() {
    ((EUID == 0)) && return
    command -v sudo >/dev/null || return 1
    sudo -n true 2>/dev/null || [[ -t 0 && -t 2 ]] || return 1
    printf sudo
}

isNetworkFailure() {
    grep -qaE "Could not (resolve|connect)|Cannot initiate the connection|Unable to connect|Connection (refused|timed out|failed)|Temporary failure resolving|Network is unreachable|No route to host" "$1"
}

# explainAptFailure LOG LABEL: the one sentence that helps, or the log; ends the script.
explainAptFailure() {
    if isNetworkFailure "$1"; then refuse "$kExitGround" no_network "$(debianMirror)"; fi
    if grep -qaE 'No space left on device' "$1"; then
        refuse "$kExitGround" no_disk "$(freeMegabytes "$(cacheFolder)")" "$(cacheFolder)" "$kRootMegabytes"
    fi
    showFailure "$1" "$2"
    exit "$kExitGround"
}

# Two compilers of a Beast file take 1.7 GB together: on a small machine fewer jobs are faster than swapping.
buildJobs() {
    local cores memory jobs
    cores=$(nproc)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 1250000) }' /proc/meminfo)
    jobs=$((memory < cores ? memory : cores))
    printf '%d' $((jobs < 1 ? 1 : jobs))
}

# One compiler cache for every clone of the tree: paths under the tree are hashed relative to it.
exportBuildSettings() {
    export CCACHE_DIR CCACHE_BASEDIR=$SZ_SOURCE CCACHE_NOHASHDIR=1 CCACHE_MAXSIZE=${CCACHE_MAXSIZE:-5G}
    export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_ctime,include_file_mtime
    export CMAKE_BUILD_PARALLEL_LEVEL=${CMAKE_BUILD_PARALLEL_LEVEL:-$(buildJobs)}
    export NINJA_STATUS='[%f/%t] '
    CCACHE_DIR=$(cacheFolder)/ccache
}

inGround() { (execGround "$@"); }

execGround() {
    if [[ $SZ_GROUND == root ]]; then enterRoot "$(rootFolder)" "$@"; else exec "$@"; fi
}

#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Sanzhen authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# ground_test.sh SOURCE_DIR: what ./run and ./test decide and say, on pretended systems, without network. Prints TAP.
# shellcheck disable=SC2317,SC2329,SC2016,SC2001 # pretended commands are called by the functions under test
set -euo pipefail

SZ_SOURCE=$(cd "${1:-.}" && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

unset LC_ALL LC_MESSAGES DISPLAY WAYLAND_DISPLAY QT_QPA_PLATFORM SANZHEN_GROUND SANZHEN_DEBIAN_MIRROR
export LANG=C.UTF-8 HOME=$work/home XDG_CACHE_HOME=$work/cache
mkdir -p "$HOME" "$XDG_CACHE_HOME/sanzhen"

# shellcheck source=installer/ground.sh
source "$SZ_SOURCE/installer/ground.sh"
# shellcheck source=installer/build.sh
source "$SZ_SOURCE/installer/build.sh"

count=0
failed=0

result() {
    count=$((count + 1))
    if [[ $1 == 0 ]]; then
        printf 'ok %d - %s\n' "$count" "$2"
    else
        failed=$((failed + 1))
        printf 'not ok %d - %s\n' "$count" "$2"
    fi
}

# is NAME EXPECTED ACTUAL
is() {
    if [[ $2 == "$3" ]]; then
        result 0 "$1"
    else
        result 1 "$1"
        printf '#   expected: %s\n#   but it is: %s\n' "$2" "$3"
    fi
}

# has NAME PART WHOLE
has() {
    if [[ $3 == *"$2"* ]]; then
        result 0 "$1"
    else
        result 1 "$1"
        printf '#   %s\n#   is not in: %s\n' "$2" "$3"
    fi
}

# ends NAME CODE PART COMMAND…: the command ends with this exit code and its output holds PART.
ends() {
    local name=$1 code=$2 part=$3 output actual=0
    shift 3
    output=$("$@" 2>&1 </dev/null) || actual=$?
    is "$name: exit code" "$code" "$actual"
    [[ $code == "$actual" ]] || sed 's/^/# /' <<<"$output"
    has "$name: sentence" "$part" "$output"
}

# pretend FOLDER NAME BODY: a command of this name for a PATH of its own.
pretend() {
    mkdir -p "$1"
    printf '#!/bin/sh\n%s\n' "$3" >"$1/$2"
    chmod 755 "$1/$2"
}

inChinese() { LC_ALL=zh_CN.UTF-8 "$@" 2> >(grep -v setlocale >&2); }

testPackageLists() {
    local twice
    has 'comments are no packages' $'\ncmake\n' $'\n'"$(packagesOf build)"$'\n'
    is 'no list holds a comment or a space' '' "$(packagesOf build run test | grep -E '[#[:space:]]' || true)"
    twice=$(for list in build run test; do packagesOf "$list"; done | sort | uniq -d)
    is 'no package stands in two lists' '' "$twice"
}

testMissingPackages() {
    cat >"$work/status" <<'EOF'
Package: cmake
Status: install ok installed

Package: xvfb
Status: install ok half-configured

Package: gdb
Status: deinstall ok config-files
EOF
    is 'half-installed and removed packages are missing' 'gdb strace xvfb' \
        "$(printf '%s\n' cmake gdb strace xvfb | missingPackages "$work/status" | paste -sd ' ')"
    is 'nothing is missing where all is installed' '' "$(echo cmake | missingPackages "$work/status")"
}

# groundOn NAME=VALUE…: what is chosen on a system with these os-release lines, with the pretended commands in $path.
groundOn() {
    printf '%s\n' "$@" >"$work/os-release"
    SANZHEN_OS_RELEASE=$work/os-release PATH=$path:$PATH chooseGround
}

testChoice() {
    local path=$work/old
    pretend "$path" pkg-config 'case "$1 $2" in --atleast-version=6.8*) exit 1;; esac'
    is 'Debian 12 gets the private root' root "$(groundOn ID=debian 'VERSION_ID="12"')"
    is 'Debian 13 is used as it is' native-apt "$(groundOn ID=debian 'VERSION_ID="13"')"
    is 'Debian testing counts as newer' native-apt "$(groundOn ID=debian VERSION_CODENAME=forky)"
    is 'Ubuntu with an older Qt gets the private root' root "$(groundOn ID=ubuntu 'VERSION_ID="24.04"')"
    is 'a system without os-release gets the private root' root \
        "$(SANZHEN_OS_RELEASE=$work/none PATH=$path:$PATH chooseGround)"
    path=$work/new
    pretend "$path" pkg-config 'exit 0'
    for tool in g++ cmake ninja; do pretend "$path" "$tool" 'exit 0'; done
    is 'another system with all of Qt 6.8 is used as it is' native "$(groundOn ID=fedora VERSION_ID=42)"
    pretend "$path" pkg-config '[ "$2" != tomlplusplus ]'
    is 'Qt 6.8 without the other libraries is not enough' root "$(groundOn ID=fedora VERSION_ID=42)"
    is 'the user can insist' root "$(SANZHEN_GROUND=root groundOn ID=debian VERSION_ID=13)"
}

testMessages() {
    local key bad=''
    for key in "${!SZ_EN[@]}"; do
        [[ -n ${SZ_ZH[$key]} && $(tr -cd % <<<"${SZ_EN[$key]}") == $(tr -cd % <<<"${SZ_ZH[$key]}") ]] || bad+=" $key"
    done
    is 'every sentence is there twice, with as many places' '' "$bad"
    is 'English without a language' 'Testing (preset ci)' "$(LANG='' text step_tests ci)"
    is 'Chinese by LANG' '测试（预设 ci）' "$(LANG=zh_CN.UTF-8 text step_tests ci)"
    is 'LC_ALL wins over LANG' 'Testing (preset ci)' "$(LC_ALL=C LANG=zh_CN.UTF-8 text step_tests ci)"
}

testNoDisk() {
    freeMegabytes() { echo 812; }
    ends 'too little disk' 3 "Only 812 MB are free in $XDG_CACHE_HOME/sanzhen, and 4096 MB are needed." checkDisk
    mkdir -p "$(rootFolder)"
    ends 'growing a root needs less' 3 '1024 MB are needed' checkDisk
    ends 'too little disk, Chinese' 3 '只剩 812 MB 可用空间' inChinese checkDisk
    rmdir "$(rootFolder)"
}

testNoNetwork() {
    local log=$work/apt.log
    export SANZHEN_DEBIAN_MIRROR=http://mirror.invalid/debian
    for line in "Could not resolve 'mirror.invalid'" 'Could not connect to 127.0.0.1:9 (127.0.0.1). - connect (111: Connection refused)' \
        'Unable to connect to mirror.invalid:http:' "Temporary failure resolving 'mirror.invalid'"; do
        echo "W: Failed to fetch http://mirror.invalid/debian/dists/trixie/InRelease  $line" >"$log"
        ends "no network (${line%% *} …)" 3 'The Debian mirror (http://mirror.invalid/debian) cannot be reached.' \
            explainAptFailure "$log" step
    done
    ends 'no network, Chinese' 3 '连不上 Debian 软件源（http://mirror.invalid/debian）' inChinese explainAptFailure "$log" step
    echo 'E: Unable to locate package nonesuch' >"$log"
    ends 'any other failure shows its log' 3 "The whole log: $log" explainAptFailure "$log" step
    echo 'tar: write error: No space left on device' >"$log"
    ends 'a disk that fills up on the way' 3 'MB are needed' explainAptFailure "$log" step
    unset SANZHEN_DEBIAN_MIRROR
}

testMirror() {
    is 'the mirror can be named' http://a.example/debian "$(SANZHEN_DEBIAN_MIRROR=http://a.example/debian debianMirror)"
    pretend "$work/apt" apt-get 'printf "%s\n" http://b.example/ubuntu/ http://b.example/debian-security/ http://b.example/debian/'
    is "the host's own mirror is taken" http://b.example/debian "$(PATH=$work/apt:$PATH debianMirror)"
    is "the host's own security mirror too" http://b.example/debian-security "$(PATH=$work/apt:$PATH securityMirror)"
    pretend "$work/apt" apt-get 'echo http://b.example/ubuntu/'
    is "a mirror of another system is not" http://deb.debian.org/debian "$(PATH=$work/apt:$PATH debianMirror)"
}

testNoRights() {
    rootPrefix() { return 1; }
    ends 'packages but no rights' 3 'sudo apt-get install -y --no-install-recommends cmake xvfb' installOnHost cmake xvfb
    ends 'packages but no rights, Chinese' 3 '请管理员执行：sudo apt-get install' inChinese installOnHost cmake
    unshare() { return 1; }
    if ((EUID == 0)); then
        ends 'a container without mounts' 3 'docker run --privileged' checkNamespaces
    else
        ends 'no user namespaces' 3 'sudo sysctl -w' checkNamespaces
    fi
    unset -f unshare
}

testLeftovers() {
    mkdir -p "$XDG_CACHE_HOME/sanzhen/partial.1/usr" "$XDG_CACHE_HOME/sanzhen/ccache"
    removePartialRoots
    is 'half-made roots are removed, and only they' ccache "$(ls "$XDG_CACHE_HOME/sanzhen")"
}

asksCMake() { if mustConfigure release; then echo yes; else echo no; fi; }

testConfigure() {
    local SZ_SOURCE=$work/tree SZ_GROUND=root folder=$work/tree/build/release
    mkdir -p "$folder"
    touch -d '1 minute ago' "$work/tree/CMakePresets.json"
    is 'a first build is configured' yes "$(asksCMake)"
    touch "$folder/build.ninja"
    echo root >"$folder/ground"
    is 'a second is not' no "$(asksCMake)"
    is 'another ground is' yes "$(SZ_GROUND=native asksCMake)"
    touch -d '1 minute' "$work/tree/CMakePresets.json"
    is 'a changed preset is' yes "$(asksCMake)"
}

testProgress() {
    local lines
    lines=$(for i in $(seq 40); do echo "[$i/40] Building"; done | showProgress Build "$SECONDS" 2>&1)
    is 'a build away from a terminal is nine lines' 9 "$(wc -l <<<"$lines")"
    has 'and each says how far it is' 'Build · 20/40' "$lines"
    runStep "$work/step.log" Step sh -c 'echo one; exit 7' 2>/dev/null && code=0 || code=$?
    is 'a step keeps the exit code' 7 "$code"
    has 'and its output' one "$(<"$work/step.log")"
}

testCommands() {
    ends 'no display' 2 './run --screenshot out.png' "$SZ_SOURCE/run"
    ends 'no display, Chinese' 2 '这里没有图形显示' inChinese "$SZ_SOURCE/run" --desk office
    ends 'run --help' 0 'Usage:' "$SZ_SOURCE/run" --help
    ends 'run --help, Chinese' 0 '用法' inChinese "$SZ_SOURCE/run" --help
    ends 'a picture without a name' 64 '--screenshot needs a value' "$SZ_SOURCE/run" --screenshot
    ends 'a picture into nowhere' 64 'does not exist' "$SZ_SOURCE/run" --screenshot "$work/none/a.png"
    ends 'a desk without a name' 64 '--desk needs a value' env DISPLAY=:0 "$SZ_SOURCE/run" --desk
    ends 'test --help' 0 '--nightly' "$SZ_SOURCE/test" --help
    ends 'an unknown option' 64 '--bogus' "$SZ_SOURCE/test" --bogus
    ends 'an unknown preset' 64 'No such preset: fast' "$SZ_SOURCE/test" --preset fast
}

testHeadless() {
    command -v Xvfb >/dev/null || return 0
    ends 'a display of its own' 5 ':' "$SZ_SOURCE/installer/headless.sh" sh -c 'echo "$DISPLAY"; exit 5'
}

testStyle() {
    command -v shellcheck >/dev/null || return 0
    cd "$SZ_SOURCE"
    ends 'shellcheck has nothing to say' 0 '' shellcheck -x run test .ci/run installer/enter installer/*.sh \
        tests/integration/ground_test.sh
}

for group in PackageLists MissingPackages Choice Messages Mirror NoNetwork Leftovers Configure Progress Commands Headless \
    Style; do
    "test$group"
done
# these pretend functions of the library, so each has a shell of its own; the numbering goes on
for group in NoDisk NoRights; do
    printf '%s' "$count $failed" >"$work/tally"
    (
        "test$group"
        printf '%s' "$count $failed" >"$work/tally"
    )
    read -r count failed <"$work/tally" || true
done

printf '1..%d\n' "$count"
printf '%d passed, %d failed\n' $((count - failed)) "$failed"
((failed == 0))

# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Sanzhen authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Configures and builds one CMake preset on the ground, one build of a preset at a time.

readonly kExitBuild=4

buildFolder() { printf '%s/build/%s' "$SZ_SOURCE" "$1"; }

# buildPreset PRESET LOG TARGET…: as ninja knows them, "app/all" for all of a folder. Nothing is said when nothing is to do.
buildPreset() {
    local preset=$1 log=$2 lock
    shift 2
    mkdir -p "$SZ_SOURCE/build"
    exec {lock}>"$SZ_SOURCE/build/$preset.lock"
    if ! flock --nonblock "$lock"; then
        say wait_build "$preset"
        flock "$lock"
    fi
    exportBuildSettings
    : >"$log"
    if mustConfigure "$preset"; then configure "$preset" "$log"; fi
    compile "$preset" "$log" "$@"
    exec {lock}>&-
}

# ninja itself notices changed CMakeLists.txt; what it cannot notice is a changed preset or another ground.
mustConfigure() {
    local folder
    folder=$(buildFolder "$1")
    [[ ! -e $folder/build.ninja || ! -e $folder/ground || $(<"$folder/ground") != "$SZ_GROUND" ||
        $SZ_SOURCE/CMakePresets.json -nt $folder/ground ]]
}

configure() {
    local preset=$1 log=$2 label options=() folder
    folder=$(buildFolder "$preset")
    label=$(text step_configure "$preset")
    [[ -e $folder/ground && $(<"$folder/ground") == "$SZ_GROUND" ]] || options=(--fresh)
    runStep "$log" "$label" inGround cmake -S "$SZ_SOURCE" --preset "$preset" "${options[@]}" || failBuild "$log" "$label"
    printf '%s\n' "$SZ_GROUND" >"$folder/ground"
}

compile() {
    local preset=$1 log=$2 label folder
    shift 2
    folder=$(buildFolder "$preset")
    label=$(text step_build "$preset")
    runStep "$log" "$label" inGround ninja -C "$folder" -j "$CMAKE_BUILD_PARALLEL_LEVEL" "$@" || failBuild "$log" "$label"
}

failBuild() {
    showFailure "$1" "$2"
    exit "$kExitBuild"
}

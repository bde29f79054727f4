#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Sanzhen authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# enter-root.sh ROOT SOURCE COMMAND…   Called inside a fresh mount namespace by enterRoot in root.sh, never by hand.
# Binds what Sanzhen may see of the host (home, source tree, display, sound, graphics card), makes ROOT the root
# directory and becomes COMMAND, in the caller's folder where that is visible.
set -euo pipefail

root=$1 source=$2
shift 2
bound=()

# bind PATH: shows a file or folder of the host at the same place; what is missing, or already inside another, is skipped.
bind() {
    local path=$1 target=$root$1 outer
    [[ $path == /?* && -e $path ]] || return 0
    for outer in "${bound[@]}"; do [[ $path == "$outer" || $path == "$outer"/* ]] && return 0; done
    [[ ! -L $target ]] || rm -f "$target"
    if [[ -d $path ]]; then
        [[ -d $target ]] || mkdir -p "$target"
    else
        [[ -d ${target%/*} ]] || mkdir -p "${target%/*}"
        [[ -e $target ]] || : >"$target"
    fi
    mount --rbind "$path" "$target" && bound+=("$path")
}

# Folders of the host that would cover the root's own are never bound whole.
bindFolder() {
    case $1 in
    / | /usr | /usr/bin* | /usr/lib* | /usr/share* | /etc* | /bin* | /sbin* | /lib* | /var | /var/lib* | /boot* | /proc* | /sys* | /dev* | /run | /opt) ;;
    *) bind "$1" ;;
    esac
}

# What any program needs, the package manager too.
bindSystem() {
    local path
    # /dev carries the graphics card and shared memory
    for path in /proc /sys /dev /etc/resolv.conf /etc/hosts; do bind "$path"; done
}

bindUser() {
    local path
    # the runtime folder carries the Wayland, PulseAudio and PipeWire sockets; the home folder is there whole, because
    # the console's file dialogs open and save in it
    for path in "$HOME" /tmp "$source" "$PWD" "${XDG_CACHE_HOME:-}" "${XDG_DATA_HOME:-}" "${XDG_CONFIG_HOME:-}" \
        "${XDG_STATE_HOME:-}" "${XDG_RUNTIME_DIR:-}" "${TMPDIR:-}" /media /mnt; do
        bindFolder "$path"
    done
    for path in /etc/localtime /etc/machine-id "${XAUTHORITY:-}"; do bind "$path"; done
}

# The environment that goes in: a list, so that the host's library and plugin paths stay out.
collectEnvironment() {
    local name
    environment=(PATH=/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin "HOME=$HOME")
    [[ -n ${LANG:-} ]] || environment+=(LANG=C.UTF-8)
    for name in $(compgen -e); do
        case $name in
        USER | LOGNAME | TERM | COLORTERM | NO_COLOR | TMPDIR | CI | TZ | LANGUAGE | DEBIAN_FRONTEND) ;;
        LANG | LC_*)
            environment+=("$name=$(knownLocale "${!name}")")
            continue
            ;;
        DISPLAY | WAYLAND_* | XAUTHORITY | XDG_* | DBUS_SESSION_BUS_ADDRESS | XMODIFIERS | XCURSOR_*) ;;
        PULSE_* | PIPEWIRE_* | GST_* | LIBGL_* | MESA_* | EGL_*) ;;
        QT_PLUGIN_PATH | QML_IMPORT_PATH | QML2_IMPORT_PATH | QT_QPA_PLATFORM_PLUGIN_PATH | QT_QPA_PLATFORMTHEME) continue ;;
        QT_* | QML_* | QSG_* | QTEST_* | SANZHEN_* | *SAN_OPTIONS) ;;
        CCACHE_* | CMAKE_* | CTEST_* | NINJA_STATUS | CC | CXX) ;;
        http_proxy | https_proxy | no_proxy | HTTP_PROXY | HTTPS_PROXY | NO_PROXY) ;;
        *) continue ;;
        esac
        environment+=("$name=${!name}")
    done
    [[ -n ${TZ:-} ]] || addTimeZone
}

# The root knows three locales, all UTF-8; an unknown one would take the encoding away as well.
knownLocale() {
    case $1 in
    '') ;;
    zh*) printf zh_CN.UTF-8 ;;
    en*) printf en_US.UTF-8 ;;
    *) printf C.UTF-8 ;;
    esac
}

# A bound /etc/localtime tells the offset but not the name, and Qt wants the name.
addTimeZone() {
    local zone
    zone=$(readlink -f /etc/localtime) || return 0
    [[ $zone == */zoneinfo/* ]] && environment+=("TZ=${zone#*/zoneinfo/}")
    return 0
}

# The real root directory, not chroot: so the console's confined helpers can make namespaces of their own.
changeRoot() {
    mount --rbind "$root" "$root"
    cd "$root"
    if [[ -x usr/bin/umount ]] && pivot_root . . 2>/dev/null; then
        # what "." names after that is the old root, laid over the new one
        umount --lazy .
        changed=()
    else
        changed=(chroot .)
    fi
}

folder=$PWD
# the package manager is let in without the user's files (SZ_BARE), and may replace /etc/localtime
[[ -n ${SZ_BARE:-} ]] || bindUser
bindSystem
collectEnvironment
changeRoot
[[ -d .$folder ]] || folder=$source
[[ -d .$folder ]] || folder=/
exec "${changed[@]}" env -i -C "$folder" "${environment[@]}" "$@"

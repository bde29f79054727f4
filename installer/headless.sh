#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Sanzhen authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# headless.sh COMMAND…: runs the command on an X display of its own and returns its exit code.
# Instead of xvfb-run: the server picks a free number itself, so many at once never meet, and it ends with us, also on
# Ctrl+C and SIGTERM, where xvfb-run leaves it behind.
set -euo pipefail

folder=$(mktemp -d)
server=0
program=0

# shellcheck disable=SC2317 # called by the trap
cleanUp() {
    ((program == 0)) || kill "$program" 2>/dev/null || true
    ((server == 0)) || kill "$server" 2>/dev/null || true
    rm -rf "$folder"
}
trap cleanUp EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

startServer() {
    local cookie number
    cookie=$(mcookie)
    export XAUTHORITY=$folder/authority
    : >"$XAUTHORITY"
    xauth -q add :0 . "$cookie"
    mkfifo "$folder/number"
    # 4K, so that any picture asked for fits; 96 dots per inch, so that it looks the same everywhere
    Xvfb -displayfd 3 -auth "$XAUTHORITY" -nolisten tcp -dpi 96 -screen 0 3840x2160x24 \
        3>"$folder/number" >"$folder/log" 2>&1 &
    server=$!
    read -r -t 20 number <"$folder/number" || {
        cat "$folder/log" >&2
        exit 1
    }
    export DISPLAY=:$number
    xauth -q add "$DISPLAY" . "$cookie"
}

startServer
unset WAYLAND_DISPLAY
export QT_QPA_PLATFORM=xcb XDG_SESSION_TYPE=x11
"$@" <&0 &
program=$!
code=0
wait "$program" || code=$?
program=0
exit "$code"

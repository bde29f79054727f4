# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Sanzhen authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Steps with names and elapsed seconds: a moving line on a terminal, few plain lines elsewhere.

# runStep LOG LABEL COMMAND…: runs the command with its output in LOG, shows how far it is; returns its exit code.
runStep() {
    local log=$1 label=$2 started=$SECONDS code=0
    shift 2
    printf '\n== %s\n' "$label" >>"$log"
    [[ -t 2 ]] && printf '%s …' "$label" >&2
    "$@" 2>&1 </dev/null | tee -a "$log" | showProgress "$label" "$started" || code=$?
    if ((code == 0 && SECONDS - started == 0)); then
        endLine ''
    elif ((code == 0)); then
        endLine "$label · $((SECONDS - started)) s"
    elif [[ -t 2 ]]; then
        printf '\n' >&2
    fi
    return "$code"
}

# Reads the output of ninja ("[3/120] …") or apt ("Setting up …") and shows the part done.
showProgress() {
    local label=$1 started=$2 line done=0 total=0 shown=0 tenth
    while IFS= read -r line; do
        case $line in
        \[*/*\]*)
            [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]] || continue
            done=${BASH_REMATCH[1]} total=${BASH_REMATCH[2]}
            ;;
        *' newly installed'*) [[ $line =~ ([0-9]+)' newly installed' ]] && total=$((2 * BASH_REMATCH[1])) ;;
        'Unpacking '* | 'Setting up '*) done=$((done + 1)) ;;
        *) continue ;;
        esac
        ((total > 0 && done <= total)) || continue
        if [[ -t 2 ]]; then
            printf '\r\e[K%s · %d/%d · %d s' "$label" "$done" "$total" "$((SECONDS - started))" >&2
        else
            tenth=$((10 * done / total))
            ((tenth > shown && tenth < 10 && total >= 20)) || continue
            shown=$tenth
            printf '%s · %d/%d · %d s\n' "$label" "$done" "$total" "$((SECONDS - started))" >&2
        fi
    done
}

# Replaces the moving line; a step that took no time leaves none.
endLine() {
    [[ -t 2 ]] && printf '\r\e[K' >&2
    [[ -z $1 ]] || printf '%s\n' "$1" >&2
}

# showFailure LOG LABEL: the errors of a long log first, then its end, then where it is.
showFailure() {
    local log=$1 label=$2
    grep -aE '(^|[ :])(fatal )?error:|^CMake Error|^E: ' "$log" | tail -n 300 | head -n 10 >&2 || true
    say failed_last
    tail -n 40 "$log" >&2
    say failed_step "$label" "$log"
}

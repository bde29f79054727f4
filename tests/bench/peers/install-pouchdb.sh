#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Sanzhen authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Puts PouchDB and its server (npm) into the user's cache folder for `./run bench pouchdb-catch-up pouchdb-live`. Nothing of
# it is part of Sanzhen. Needs npm, on the host or in the ground.
set -euo pipefail

folder=${SANZHEN_POUCHDB:-${XDG_CACHE_HOME:-$HOME/.cache}/sanzhen/peers/pouchdb}
command -v npm >/dev/null || {
    printf 'install-pouchdb.sh: npm is not here\n' >&2
    exit 1
}
mkdir -p "$folder"
cd "$folder"
# express-pouchdb 4.2 breaks with Express 5 (findings/sync.md §3)
npm install --no-audit --no-fund pouchdb@9 express-pouchdb@4.2.0 express@4

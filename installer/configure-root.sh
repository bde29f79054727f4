#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Sanzhen authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Writes the apt and dpkg settings of the private root $root, from the variables $sources, $apt and $dpkg.
# Separate from root.sh because it runs with the rights over the root's files (see inNamespace there).
set -euo pipefail
: "${root:?}" "${sources:?}" "${apt:?}" "${dpkg:?}"

printf '%s\n' "$sources" >"$root/etc/apt/sources.list"
printf '%s\n' "$apt" >"$root/etc/apt/apt.conf.d/99sanzhen"
printf '%s\n' "$dpkg" >"$root/etc/dpkg/dpkg.cfg.d/99sanzhen"
# no service is ever started in the root
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"
# PostgreSQL is there for tests that start a server of their own; no cluster of the system's is made
mkdir -p "$root/etc/postgresql-common/createcluster.d"
printf 'create_main_cluster = false\n' >"$root/etc/postgresql-common/createcluster.d/sanzhen.conf"

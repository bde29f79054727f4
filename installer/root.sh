# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Sanzhen authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# shellcheck disable=SC2154 # kExitGround is ground.sh's, which sources this
#
# The private Debian 13 root: made once under the cache folder, grown when a package list grows, entered in ~50 ms.
# As root it uses a mount namespace; as an ordinary user a user namespace with the account's subordinate ids.

readonly kSuite=trixie
readonly kRootVersion=1 # raise it when an existing root cannot be grown into what is needed
readonly kRootMegabytes=4096
readonly kGrowMegabytes=1024

rootFolder() { printf '%s/root-%s-%s' "$(cacheFolder)" "$kSuite" "$kRootVersion"; }

freeMegabytes() { df -Pk "$1" | awk 'NR == 2 { print int($4 / 1024) }'; }

# hostRepository PATTERN: the first repository of the host's own apt settings whose address matches, or nothing.
hostRepository() {
    command -v apt-get >/dev/null || return 0
    # shellcheck disable=SC2016 # apt's own variables
    apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
        sed 's|/*$||' | { grep -m 1 -E "$1" || true; }
}

# The mirror this machine already uses, so that a closed network works without being told; Debian's own otherwise.
debianMirror() {
    local found=${SANZHEN_DEBIAN_MIRROR:-$(hostRepository '^https?://.*/debian$')}
    printf '%s' "${found:-http://deb.debian.org/debian}"
}

securityMirror() {
    local found=${SANZHEN_SECURITY_MIRROR:-$(hostRepository '^https?://.*/debian-security$')}
    printf '%s' "${found:-$(debianMirror)-security}"
}

# The host's proxy and date-check settings, as an apt configuration file for the root.
hostAptSettings() {
    command -v apt-config >/dev/null || return 0
    apt-config dump | grep -E '^Acquire::(https?::Proxy(::[^ ]*)?|Check-Valid-Until|Check-Date|ForceIPv[46]) ' || true
}

aptSettings() {
    hostAptSettings
    cat <<'EOF'
APT::Install-Recommends "false";
Acquire::Languages "none";
Acquire::Retries "2";
Acquire::http::Timeout "20";
Acquire::https::Timeout "20";
Dpkg::Use-Pty "0";
EOF
}

# Nobody reads manuals in the root; licences stay.
dpkgSettings() {
    cat <<'EOF'
path-exclude=/usr/share/man/*
path-exclude=/usr/share/info/*
path-exclude=/usr/share/lintian/*
path-exclude=/usr/share/doc/*
path-include=/usr/share/doc/*/copyright
path-exclude=/usr/share/locale/*
path-include=/usr/share/locale/locale.alias
force-unsafe-io
EOF
}

packageSources() {
    printf 'deb %s %s main\n' "$(debianMirror)" "$kSuite" "$(debianMirror)" "$kSuite-updates"
    printf 'deb %s %s main\n' "$(securityMirror)" "$kSuite-security"
}

# prepareRoot LIST…: the root exists afterwards and holds the packages of these lists.
prepareRoot() {
    local missing
    checkNamespaces
    mapfile -t missing < <(missingInRoot "$@")
    ((${#missing[@]} == 0)) && return
    ((EUID == 0)) || checkIds
    checkDisk
    [[ -d $(rootFolder) ]] || say root_where "$(rootFolder)"
    prepareRootLocked "$@"
}

missingInRoot() {
    local status
    status=$(rootFolder)/var/lib/dpkg/status
    if [[ -r $status ]]; then packagesOf "$@" | missingPackages "$status"; else packagesOf "$@"; fi
}

checkDisk() {
    local need=$kRootMegabytes free
    [[ -d $(rootFolder) ]] && need=$kGrowMegabytes
    free=$(freeMegabytes "$(cacheFolder)")
    ((free >= need)) || refuse "$kExitGround" no_disk "$free" "$(cacheFolder)" "$need"
}

# Asked before anything is downloaded, and at every start, because an upgrade may forbid it: can this user enter at all?
checkNamespaces() {
    if ((EUID == 0)); then
        unshare --mount true 2>/dev/null || refuse "$kExitGround" no_rights_container
    else
        unshare --user --map-root-user --mount true 2>/dev/null ||
            refuse "$kExitGround" no_rights_namespaces "$(namespaceCommand)"
    fi
}

# An ordinary user's root needs a range of ids: packages own files as others than root.
checkIds() {
    unshare --help | grep -q -- --map-auto || refuse "$kExitGround" old_unshare
    command -v newuidmap >/dev/null || installOnHost uidmap
    hasSubordinateIds || refuse "$kExitGround" no_rights_subuid \
        "sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)"
}

# The switch that forbids user namespaces differs by system: name the one found here.
namespaceCommand() {
    if [[ $(cat /proc/sys/kernel/apparmor_restrict_unprivileged_userns 2>/dev/null) == 1 ]]; then
        printf 'sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0'
    elif [[ $(cat /proc/sys/kernel/unprivileged_userns_clone 2>/dev/null) == 0 ]]; then
        printf 'sudo sysctl -w kernel.unprivileged_userns_clone=1'
    else
        printf 'sudo sysctl -w user.max_user_namespaces=15000'
    fi
}

hasSubordinateIds() {
    local name
    name=$(id -un)
    grep -qE "^($name|$(id -u)):" /etc/subuid 2>/dev/null && grep -qE "^($name|$(id -u)):" /etc/subgid 2>/dev/null
}

# One at a time: the lock is held by a descriptor, so it falls with the process however that ends.
prepareRootLocked() {
    local lock missing
    exec {lock}>"$(cacheFolder)/root.lock"
    if ! flock --nonblock "$lock"; then
        say wait_root
        flock "$lock"
    fi
    mapfile -t missing < <(missingInRoot "$@")
    if ((${#missing[@]} > 0)); then
        if [[ -d $(rootFolder) ]]; then growRoot "${missing[@]}"; else makeRoot "${missing[@]}"; fi
    fi
    exec {lock}>&-
}

# makeRoot PACKAGE…: built under another name and renamed when whole, so a half-made root is never entered.
makeRoot() {
    local partial log
    partial=$(cacheFolder)/partial.$$
    log=$(cacheFolder)/root.log
    removePartialRoots
    checkMaker
    : >"$log"
    # shellcheck disable=SC2064 # the value of now
    trap "removePartialRoots" EXIT
    runStep "$log" "$(text step_root_base)" makeBase "$partial" || explainAptFailure "$log" "$(text step_root_base)"
    installInRoot "$partial" "$log" "$@"
    mv "$partial" "$(rootFolder)"
    trap - EXIT
}

growRoot() {
    local log
    log=$(cacheFolder)/root.log
    : >"$log"
    installInRoot "$(rootFolder)" "$log" "$@"
}

# Called with the lock held: whatever is partial then belongs to nobody.
removePartialRoots() {
    local partial
    for partial in "$(cacheFolder)"/partial.*; do
        [[ -e $partial ]] || continue
        # never through a mount: what lies behind it is the host's
        grep -qF " $partial/" /proc/self/mountinfo && continue
        inNamespace rm -rf --one-file-system --preserve-root=all "$partial" || true
    done
}

# mmdebstrap makes the first 80 MB; where it cannot be installed, its package is unpacked beside the root and used there.
checkMaker() {
    local wanted=()
    command -v mmdebstrap >/dev/null || wanted+=(mmdebstrap)
    [[ -r $(debianKeyring) ]] || wanted+=(debian-archive-keyring)
    ((${#wanted[@]} == 0)) && return
    command -v apt-get >/dev/null || refuse "$kExitGround" no_way
    if rootPrefix >/dev/null; then installOnHost "${wanted[@]}"; else unpackMaker "${wanted[@]}"; fi
}

unpackMaker() {
    local folder log package
    folder=$(cacheFolder)/maker
    log=$(cacheFolder)/host.log
    mkdir -p "$folder"
    if ! (cd "$folder" && apt-get download "$@") >"$log" 2>&1; then
        if isNetworkFailure "$log"; then refuse "$kExitGround" no_network "$(debianMirror)"; fi
        refuse "$kExitGround" no_rights_apt "sudo apt-get install $*"
    fi
    for package in "$folder"/*.deb; do dpkg-deb -x "$package" "$folder"; done
}

makerCommand() { command -v mmdebstrap || printf '%s/maker/usr/bin/mmdebstrap' "$(cacheFolder)"; }

debianKeyring() {
    local file
    for file in /usr/share/keyrings/debian-archive-keyring.{gpg,pgp} \
        "$(cacheFolder)"/maker/usr/share/keyrings/debian-archive-keyring.{gpg,pgp}; do
        [[ -r $file ]] && break
    done
    printf '%s' "$file"
}

# makeBase FOLDER: Debian's essential packages and apt. An ordinary user unpacks a tar, because only then do the files
# belong to the account itself (inside the root: to root) instead of to its first subordinate id.
makeBase() {
    local folder=$1 options=(--variant=apt --include=ca-certificates --include=mount "--keyring=$(debianKeyring)" --dpkgopt=force-unsafe-io)
    options+=(--aptopt='Acquire::Languages "none"' --aptopt='Acquire::http::Timeout "20"' --aptopt='Acquire::Retries "2"')
    local line
    while IFS= read -r line; do options+=("--aptopt=$line"); done < <(hostAptSettings)
    if ((EUID == 0)); then
        # in a namespace of its own: interrupted, mmdebstrap would leave /proc, /sys and /dev/shm mounted below the folder,
        # and the next `rm` of the folder would reach through them
        unshare --mount --propagation private \
            "$(makerCommand)" --mode=root --format=directory "${options[@]}" "$kSuite" "$folder" "$(debianMirror)"
    else
        mkdir -p "$folder"
        (cd / && "$(makerCommand)" --mode=unshare --format=tar "${options[@]}" "$kSuite" - "$(debianMirror)") |
            inNamespace tar -x --numeric-owner --exclude='./dev/*' -C "$folder"
    fi
}

# installInRoot ROOT LOG PACKAGE…: also finishes what an interrupted installation left.
installInRoot() {
    local root=$1 log=$2 label
    shift 2
    inNamespace env root="$root" sources="$(packageSources)" apt="$(aptSettings)" dpkg="$(dpkgSettings)" \
        bash "$SZ_INSTALLER/configure-root.sh"
    label=$(text step_root_packages $#)
    runStep "$log" "$label" inRootAs "$root" sh -ec '
        dpkg --configure -a
        apt-get update --error-on=any
        apt-get install -y --no-remove "$@"
        apt-get clean
        rm -rf /var/lib/apt/lists/*' install "$@" || explainAptFailure "$log" "$label"
    label=$(text step_root_finish)
    # shellcheck disable=SC2016 # expanded inside
    runStep "$log" "$label" inRootAs "$root" sh -ec '
        command -v localedef >/dev/null || exit 0
        for name in zh_CN en_US; do
            localedef --list-archive | grep -q "^$name.utf8" || localedef -i $name -f UTF-8 $name.UTF-8
        done' || explainAptFailure "$log" "$label"
}

inRootAs() {
    local root=$1
    shift
    (
        export SZ_BARE=1 DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
        enterRoot "$root" "$@"
    )
}

# inNamespace COMMAND…: with the rights over the root's files: root's own, or those of a user namespace.
inNamespace() {
    if ((EUID == 0)); then "$@"; else unshare --user --map-root-user --map-auto "$@"; fi
}

# enterRoot ROOT COMMAND…: replaces this process (unshare, bash, env, COMMAND are one after another the same process), so
# exit code and signals need no forwarding; the mounts live in a namespace of their own and vanish with it.
enterRoot() {
    local root=$1 user=()
    shift
    ((EUID == 0)) || user=(--user --map-root-user --map-auto)
    exec unshare "${user[@]}" --mount --propagation slave \
        bash "$SZ_INSTALLER/enter-root.sh" "$root" "$SZ_SOURCE" "$@"
}

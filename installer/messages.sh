# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Sanzhen authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every sentence the scripts say, in both languages, so that a translator and a reviewer read one file.
# Values are printf formats; both languages take the same arguments in the same order.

declare -gA SZ_EN SZ_ZH

# message KEY ENGLISH CHINESE
message() { SZ_EN[$1]=$2 SZ_ZH[$1]=$3; }

# steps
message step_root_base 'Making the private Debian 13 root' '建立专用 Debian 13 环境'
message step_root_packages 'Installing %s packages into it' '在其中安装 %s 个软件包'
message step_root_finish 'Finishing the root' '完成环境收尾'
message step_host_tools 'Installing %s packages on this system' '在本机安装 %s 个软件包'
message step_configure 'Configuring (preset %s)' '配置（预设 %s）'
message step_build 'Building (preset %s)' '编译（预设 %s）'
message step_tests 'Testing (preset %s)' '测试（预设 %s）'
message wait_root 'Another ./run or ./test is preparing the ground; waiting for it.' \
    '另一个 ./run 或 ./test 正在准备运行环境，等它完成。'
message wait_build 'Another build of this tree (preset %s) is running; waiting for it.' \
    '这份源码正在进行另一次编译（预设 %s），等它完成。'
message totals 'ground %s s · build %s s · tests %s s' '环境 %s 秒 · 编译 %s 秒 · 测试 %s 秒'
message root_where 'This system has no Qt 6.8, so Sanzhen builds and runs in a private Debian 13 under %s (about 2 GB, made once).' \
    '本机没有 Qt 6.8，三镇值守台将在专用 Debian 13 环境中编译运行：%s（约 2 GB，只建一次）。'
message host_install 'Sanzhen needs these packages on this system and installs them now: %s' \
    '三镇值守台需要在本机安装以下软件包，现在开始：%s'

# refusals: what is wrong, then what to do
message no_network 'The Debian mirror (%s) cannot be reached. Check the network or the proxy (http_proxy, apt settings), or name another mirror with SANZHEN_DEBIAN_MIRROR=http://…/debian, then start again.' \
    '连不上 Debian 软件源（%s）。请检查网络或代理（http_proxy、apt 设置），也可用 SANZHEN_DEBIAN_MIRROR=http://…/debian 指定其他软件源，然后重新运行。'
message no_disk 'Only %s MB are free in %s, and %s MB are needed. Free some space, or set XDG_CACHE_HOME to a folder on a larger disk, then start again.' \
    '只剩 %s MB 可用空间（%s），需要 %s MB。请清理空间，或把 XDG_CACHE_HOME 设为更大磁盘上的文件夹，然后重新运行。'
message no_rights_apt 'These packages are missing and you may not install them. Ask an administrator to run: %s' \
    '缺少软件包，而您没有安装权限。请管理员执行：%s'
message no_rights_namespaces 'This system does not let ordinary users make namespaces, so the private Debian 13 root cannot be entered. Ask an administrator to run: %s – or start ./run as root.' \
    '本机不允许普通用户建立命名空间，无法进入专用 Debian 13 环境。请管理员执行：%s；或以 root 身份运行 ./run。'
message no_rights_subuid 'Your account has no range of subordinate user ids. Ask an administrator to run: %s' \
    '您的帐户没有从属用户号段。请管理员执行：%s'
message no_rights_container 'This container may not mount, so the private Debian 13 root cannot be entered. Start it with the right to mount (docker run --privileged), or use a Debian 13 image, where none is needed.' \
    '本容器没有挂载权限，无法进入专用 Debian 13 环境。请以可挂载的方式启动容器（docker run --privileged），或改用 Debian 13 镜像（不需要专用环境）。'
message no_folder 'The folder %s cannot be written. Set XDG_CACHE_HOME to a folder of yours, then start again.' \
    '无法写入文件夹 %s。请把 XDG_CACHE_HOME 设为您自己的文件夹，然后重新运行。'
message old_unshare 'The unshare command of this system is too old (util-linux 2.38 is needed for ordinary users). Start ./run as root, or use Debian 12, Ubuntu 24.04 or newer.' \
    '本机的 unshare 命令太旧（普通用户需要 util-linux 2.38）。请以 root 身份运行 ./run，或使用 Debian 12、Ubuntu 24.04 及更新的系统。'
message no_way 'This system has neither Qt 6.8 nor apt, so the ground cannot be made. Install Qt 6.8, Boost 1.88, CMake and Ninja with its package manager (installer/packages-*.txt lists all), or use Debian 12 or newer.' \
    '本机既没有 Qt 6.8，也没有 apt，无法准备运行环境。请用系统的软件包管理器安装 Qt 6.8、Boost 1.88、CMake 与 Ninja（完整清单见 installer/packages-*.txt），或使用 Debian 12 及以上系统。'
message not_linux 'Sanzhen runs on Linux; this is %s.' '三镇值守台在 Linux 上运行；本机是 %s。'
message failed_step 'Failed: %s. The whole log: %s' '失败：%s。完整日志：%s'
message failed_last 'Its last lines:' '日志末尾：'
message no_program '%s was not built.' '没有编译出 %s。'
message no_display 'There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set). For a picture instead of a window: ./run --screenshot out.png' \
    '这里没有图形显示（DISPLAY 与 WAYLAND_DISPLAY 均未设置）。若只要一张画面：./run --screenshot out.png'
message no_picture 'No picture was written to %s.' '没有生成画面文件 %s。'
message no_value '%s needs a value. See ./run --help' '%s 需要一个值。请看 ./run --help'
message picture_folder 'The folder %s does not exist or cannot be written.' '文件夹 %s 不存在或无法写入。'
message unknown_option 'Unknown option %s. See %s --help' '未知选项 %s。请看 %s --help'
message no_test_preset 'No such preset: %s (dev, asan, tsan, ci, release, fuzz).' '没有这个预设：%s（dev、asan、tsan、ci、release、fuzz）。'

message help_run 'Usage:
  ./run [--desk NAME] [console options…]  build, then open the duty console (desk "office")
  ./run --screenshot FILE [--size WxH] [--language zh_CN|en] [--theme dark|light] [--screen NAME]
                                          draw the console without a display, write a PNG
  ./run ctl …                             the command-line tool sanzhenctl
  ./run hq …                              the headquarters server sanzhen-hq
  ./run bench [NAME…] [--json]            the benchmarks
  ./run --help                            this text

The first start prepares everything (a private Debian 13 where the system has no Qt 6.8) and
builds: some minutes. Later starts take seconds. The build log is build/run.log.

Exit codes: 2 no display, 3 the ground could not be prepared, 4 the build failed, 64 wrong usage;
otherwise the program'\''s own.

Environment: SANZHEN_GROUND=native|root forces the ground, SANZHEN_DEBIAN_MIRROR names a mirror,
XDG_CACHE_HOME moves the root and the compiler cache.' \
'用法：
  ./run [--desk 席位] [值守台选项…]       编译并打开值守台（默认席位 office）
  ./run --screenshot 文件 [--size 宽x高] [--language zh_CN|en] [--theme dark|light] [--screen 名称]
                                          无显示器时绘制界面，写成 PNG
  ./run ctl …                             命令行工具 sanzhenctl
  ./run hq …                              指挥部服务器 sanzhen-hq
  ./run bench [名称…] [--json]            性能测试
  ./run --help                            本说明

首次运行会准备一切（本机没有 Qt 6.8 时建立专用 Debian 13 环境）并编译，需要几分钟；
以后几秒即可启动。编译日志：build/run.log。

退出码：2 没有显示器，3 运行环境未能准备，4 编译失败，64 用法错误；其余为程序自身的退出码。

环境变量：SANZHEN_GROUND=native|root 指定环境，SANZHEN_DEBIAN_MIRROR 指定软件源，
XDG_CACHE_HOME 改变专用环境与编译缓存的位置。'

message help_test 'Usage: ./test [-R REGEX] [--preset ci|asan|tsan|dev|release|fuzz] [--nightly]
Builds (preset ci: warnings are errors) and runs the tests; fails when none ran.
  -R REGEX   only tests whose name matches
  --nightly  SANZHEN_TEST_SCALE=20 instead of 1: longer, larger runs
  --preset fuzz  libFuzzer (clang) on everything that reads bytes from outside, a minute each' \
'用法：./test [-R 正则] [--preset ci|asan|tsan|dev|release|fuzz] [--nightly]
编译（预设 ci：警告视为错误）并运行测试；一个测试都没运行也算失败。
  -R 正则    只运行名称匹配的测试
  --nightly  SANZHEN_TEST_SCALE=20（默认 1）：更久、更大的测试
  --preset fuzz  用 libFuzzer（clang）喂坏数据给所有读外来字节的代码，每项一分钟'

# Is the user's language Chinese? Decided as gettext does: the first of the three that is set.
speaksChinese() {
    local language=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}
    [[ $language == zh* ]]
}

# text KEY [ARGUMENTS…] prints the sentence in the user's language, without a newline.
text() {
    local key=$1 format
    shift
    if speaksChinese; then format=${SZ_ZH[$key]}; else format=${SZ_EN[$key]}; fi
    # shellcheck disable=SC2059 # the format is ours
    printf "$format" "$@"
}

# say KEY [ARGUMENTS…]: a whole line on stderr; stdout belongs to the program being run.
say() { printf '%s\n' "$(text "$@")" >&2; }

# refuse CODE KEY [ARGUMENTS…]: says it and ends the script.
refuse() {
    local code=$1
    shift
    say "$@"
    exit "$code"
}

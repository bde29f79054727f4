// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// sanzhen-hq: headquarters of one operation.
#include "app/headquarters/Program.h"

int main(int argc, char** argv)
{
    return sz::headquarters::run({argv + 1, argv + argc});
}

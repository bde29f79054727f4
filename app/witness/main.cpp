// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// sanzhen-witness: stands outside headquarters and cosigns only growth.
#include "app/witness/Program.h"

int main(int argc, char** argv)
{
    return sz::witness::run({argv + 1, argv + argc});
}

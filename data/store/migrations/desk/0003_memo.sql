-- SPDX-FileCopyrightText: 2026 The Sanzhen authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Small things the desk remembers beside its log: who may sign on, who has signed on, cached verifiers (desk/SeatKeeper).
CREATE TABLE memo(
    key   TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

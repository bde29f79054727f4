-- SPDX-FileCopyrightText: 2026 The Sanzhen authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Keys of sealed contacts, at a desk and at headquarters alike, in a file of their own: no copy of the log holds them.
-- A later migration of this file must take away the copy that SqliteFile makes of it.
CREATE TABLE contact_key (
    contact      TEXT NOT NULL PRIMARY KEY,
    incident     TEXT NOT NULL,
    desk         TEXT NOT NULL,             -- that sealed it
    until_ms     INTEGER NOT NULL,
    key          BLOB NOT NULL CHECK (length(key) = 32),
    is_confirmed INTEGER NOT NULL CHECK (is_confirmed IN (0, 1)) -- at a desk: headquarters has it, too
) STRICT, WITHOUT ROWID;

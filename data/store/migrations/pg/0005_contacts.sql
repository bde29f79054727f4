-- SPDX-FileCopyrightText: 2026 The Sanzhen authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Keys of sealed contacts. Not to be dumped with the log: pg_dump --exclude-table-data=contact_key.

CREATE TABLE contact_key (
    contact  text COLLATE "C" PRIMARY KEY,
    incident text COLLATE "C" NOT NULL,
    desk     text COLLATE "C" NOT NULL,     -- that sealed it
    until_ms bigint NOT NULL,
    key      bytea NOT NULL CHECK (length(key) = 32)
);

CREATE INDEX contact_key_until ON contact_key (until_ms);

-- SPDX-FileCopyrightText: 2026 The Sanzhen authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Bytes of attached files, under the hash their entries name. Part of no revision: nobody follows them.

CREATE TABLE file (
    hash       bytea   NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    held       bigint  NOT NULL,
    is_whole   bigint  NOT NULL CHECK (is_whole IN (0, 1)),
    touched_ms bigint  NOT NULL
);

CREATE TABLE file_piece (
    hash  bytea  NOT NULL REFERENCES file (hash) ON DELETE CASCADE,
    at    bigint NOT NULL,
    bytes bytea  NOT NULL,
    PRIMARY KEY (hash, at)
);
ALTER TABLE file_piece ALTER COLUMN bytes SET STORAGE EXTERNAL; -- pictures do not shrink

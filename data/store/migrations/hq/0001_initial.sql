-- SPDX-FileCopyrightText: 2026 The Sanzhen authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Headquarters' log of one operation. Times are UTC milliseconds; hashes are 32 bytes of SHA-256.

CREATE TABLE meta (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE desk (
    id           TEXT NOT NULL PRIMARY KEY,
    unit         TEXT NOT NULL,
    public_key   BLOB NOT NULL UNIQUE CHECK (length(public_key) = 32),
    fingerprint  TEXT NOT NULL,              -- of its certificate; empty: it has none
    name         TEXT NOT NULL,
    enrolled_ms  INTEGER NOT NULL,
    revoked_ms   INTEGER,
    last_counter INTEGER NOT NULL DEFAULT 0, -- last own entry received, accepted or refused
    author       BLOB NOT NULL CHECK (length(author) = 32) -- author chain there
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
    number       INTEGER NOT NULL PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    desk         TEXT NOT NULL REFERENCES desk (id),
    counter      INTEGER NOT NULL CHECK (counter > 0),
    author       BLOB NOT NULL CHECK (length(author) = 32), -- author chain after this entry
    received_ms  INTEGER NOT NULL,
    serial       INTEGER NOT NULL CHECK (serial >= 0),
    subject_kind INTEGER NOT NULL,
    subject_id   TEXT NOT NULL,
    raw          BLOB NOT NULL,
    UNIQUE (desk, counter)
) STRICT;

CREATE INDEX entry_subject ON entry (subject_kind, subject_id, number);

CREATE TABLE refused (
    desk        TEXT NOT NULL REFERENCES desk (id),
    counter     INTEGER NOT NULL CHECK (counter > 0),
    id          TEXT NOT NULL,               -- empty when the entry could not be read
    raw         BLOB NOT NULL,
    code        INTEGER NOT NULL,
    detail      TEXT NOT NULL,
    received_ms INTEGER NOT NULL,
    PRIMARY KEY (desk, counter)
) STRICT, WITHOUT ROWID;

-- The desks' signatures: with the entries between, they prove who wrote what in which order.
CREATE TABLE batch (
    desk          TEXT NOT NULL REFERENCES desk (id),
    first_counter INTEGER NOT NULL CHECK (first_counter > 0),
    last_counter  INTEGER NOT NULL CHECK (last_counter >= first_counter),
    signature     BLOB NOT NULL CHECK (length(signature) = 64),
    PRIMARY KEY (desk, last_counter)
) STRICT, WITHOUT ROWID;

CREATE TABLE feed (
    unit   TEXT NOT NULL,
    seq    INTEGER NOT NULL,
    number INTEGER NOT NULL REFERENCES entry (number),
    hash   BLOB NOT NULL CHECK (length(hash) = 32), -- running hash after this place
    PRIMARY KEY (unit, seq),
    UNIQUE (unit, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE feed_head (
    unit TEXT NOT NULL PRIMARY KEY,
    seq  INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT, WITHOUT ROWID;

CREATE TABLE enrol_code (
    hash       BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    unit       TEXT NOT NULL,
    expires_ms INTEGER NOT NULL,
    used_ms    INTEGER,
    desk       TEXT REFERENCES desk (id)     -- the desk that was enrolled with it
) STRICT, WITHOUT ROWID;

CREATE TABLE day_serial (
    day  INTEGER NOT NULL PRIMARY KEY,       -- local days since 1970-01-01
    last INTEGER NOT NULL
) STRICT;

-- Nothing is ever edited or deleted, and no number is left out.
CREATE TRIGGER entry_gap BEFORE INSERT ON entry
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM entry)
BEGIN SELECT raise(ABORT, 'the log has no gaps'); END;

CREATE TRIGGER feed_gap BEFORE INSERT ON feed
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM feed WHERE unit = NEW.unit)
BEGIN SELECT raise(ABORT, 'a feed has no gaps'); END;

CREATE TRIGGER entry_edit BEFORE UPDATE ON entry BEGIN SELECT raise(ABORT, 'the log is never edited'); END;
CREATE TRIGGER entry_delete BEFORE DELETE ON entry BEGIN SELECT raise(ABORT, 'the log is never edited'); END;
CREATE TRIGGER refused_edit BEFORE UPDATE ON refused BEGIN SELECT raise(ABORT, 'the log is never edited'); END;
CREATE TRIGGER refused_delete BEFORE DELETE ON refused BEGIN SELECT raise(ABORT, 'the log is never edited'); END;
CREATE TRIGGER batch_edit BEFORE UPDATE ON batch BEGIN SELECT raise(ABORT, 'the log is never edited'); END;
CREATE TRIGGER batch_delete BEFORE DELETE ON batch BEGIN SELECT raise(ABORT, 'the log is never edited'); END;
CREATE TRIGGER feed_edit BEFORE UPDATE ON feed BEGIN SELECT raise(ABORT, 'a feed is never edited'); END;
CREATE TRIGGER feed_delete BEFORE DELETE ON feed BEGIN SELECT raise(ABORT, 'a feed is never edited'); END;

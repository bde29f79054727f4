-- SPDX-FileCopyrightText: 2026 The Sanzhen authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Duty people (never private citizens), their sign-ons, and who erred too often.

CREATE TABLE person (
    code        TEXT NOT NULL PRIMARY KEY, -- staff number
    name        TEXT NOT NULL,
    pinyin      TEXT NOT NULL,
    initials    TEXT NOT NULL,
    unit        TEXT NOT NULL,
    posts       TEXT NOT NULL,             -- codes, one blank between
    salt        BLOB NOT NULL,             -- Argon2id with its parameters
    hash        BLOB NOT NULL CHECK (length(hash) = 32),
    memory_kib  INTEGER NOT NULL,
    passes      INTEGER NOT NULL,
    lanes       INTEGER NOT NULL,
    must_change INTEGER NOT NULL CHECK (must_change IN (0, 1)),
    added_ms    INTEGER NOT NULL,
    disabled_ms INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE seat_grant (
    id            TEXT NOT NULL PRIMARY KEY,
    desk          TEXT NOT NULL REFERENCES desk (id),
    person        TEXT NOT NULL REFERENCES person (code),
    latest_ms     INTEGER NOT NULL,
    body          BLOB NOT NULL,           -- model::Grant
    ended_ms      INTEGER,
    ended_counter INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX seat_grant_latest ON seat_grant (latest_ms);
CREATE INDEX seat_grant_seat ON seat_grant (desk, person);

CREATE TABLE sign_on_try (
    person    TEXT NOT NULL,
    desk      TEXT NOT NULL,
    wrong     INTEGER NOT NULL,
    first_ms  INTEGER NOT NULL,
    locked_ms INTEGER,
    PRIMARY KEY (person, desk)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER person_delete BEFORE DELETE ON person BEGIN SELECT raise(ABORT, 'nobody is forgotten'); END;
CREATE TRIGGER seat_grant_delete BEFORE DELETE ON seat_grant BEGIN SELECT raise(ABORT, 'no sign-on is forgotten'); END;

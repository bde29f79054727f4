-- SPDX-FileCopyrightText: 2026 The Sanzhen authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Duty people (never private citizens), their sign-ons, and who erred too often.

CREATE TABLE person (
    code        text COLLATE "C" PRIMARY KEY, -- staff number
    name        text NOT NULL,
    pinyin      text NOT NULL,
    initials    text NOT NULL,
    unit        text NOT NULL,
    posts       text NOT NULL,                -- codes, one blank between
    salt        bytea NOT NULL,               -- Argon2id with its parameters
    hash        bytea NOT NULL CHECK (length(hash) = 32),
    memory_kib  bigint NOT NULL,
    passes      bigint NOT NULL,
    lanes       bigint NOT NULL,
    must_change bigint NOT NULL CHECK (must_change IN (0, 1)),
    added_ms    bigint NOT NULL,
    disabled_ms bigint,
    revision    bigint NOT NULL
);

CREATE TABLE seat_grant (
    id            text COLLATE "C" PRIMARY KEY,
    desk          text COLLATE "C" NOT NULL REFERENCES desk (id),
    person        text COLLATE "C" NOT NULL REFERENCES person (code),
    latest_ms     bigint NOT NULL,
    body          bytea NOT NULL,             -- model::Grant
    ended_ms      bigint,
    ended_counter bigint NOT NULL,
    revision      bigint NOT NULL
);

CREATE INDEX seat_grant_latest ON seat_grant (latest_ms);
CREATE INDEX seat_grant_seat ON seat_grant (desk, person);

CREATE TABLE sign_on_try (
    person    text COLLATE "C" NOT NULL,
    desk      text COLLATE "C" NOT NULL,
    wrong     bigint NOT NULL,
    first_ms  bigint NOT NULL,
    locked_ms bigint,
    revision  bigint NOT NULL,
    PRIMARY KEY (person, desk)
);

CREATE FUNCTION never_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% forgets nobody', TG_TABLE_NAME;
END $$;

CREATE TRIGGER person_delete BEFORE DELETE OR TRUNCATE ON person EXECUTE FUNCTION never_removed();
CREATE TRIGGER seat_grant_delete BEFORE DELETE OR TRUNCATE ON seat_grant EXECUTE FUNCTION never_removed();

-- SPDX-FileCopyrightText: 2026 The Sanzhen authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Headquarters' log of one operation in PostgreSQL, shared by any number of headquarters. Times are UTC milliseconds;
-- hashes are 32 bytes of SHA-256. Rows come in bulk, so their rules are checked once a statement, not once a row.

CREATE TABLE meta (
    key   text PRIMARY KEY,
    value text NOT NULL
);

-- The one row that gives numbers: whoever holds its lock is the only writer, so numbers have no gaps and become visible in
-- their order. Every commit moves the revision; the rows it changed bear it.
CREATE TABLE hq_head (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    number   bigint NOT NULL DEFAULT 0,
    revision bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 10, autovacuum_vacuum_threshold = 50);

INSERT INTO hq_head DEFAULT VALUES;

CREATE TABLE desk (
    id           text COLLATE "C" PRIMARY KEY,
    unit         text NOT NULL,
    public_key   bytea NOT NULL UNIQUE CHECK (length(public_key) = 32),
    fingerprint  text NOT NULL,             -- of its certificate; empty: it has none
    name         text NOT NULL,
    enrolled_ms  bigint NOT NULL,
    revoked_ms   bigint,
    last_counter bigint NOT NULL DEFAULT 0, -- last own entry received, accepted or refused
    author       bytea NOT NULL CHECK (length(author) = 32), -- author chain there
    revision     bigint NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE entry (
    number       bigint PRIMARY KEY,
    id           text COLLATE "C" NOT NULL UNIQUE,
    desk         text COLLATE "C" NOT NULL,
    counter      bigint NOT NULL CHECK (counter > 0),
    author       bytea NOT NULL CHECK (length(author) = 32), -- author chain after this entry
    received_ms  bigint NOT NULL,
    serial       bigint NOT NULL CHECK (serial >= 0),
    subject_kind bigint NOT NULL,
    subject_id   text COLLATE "C" NOT NULL,
    raw          bytea NOT NULL,
    UNIQUE (desk, counter)
);

ALTER TABLE entry ALTER COLUMN raw SET STORAGE EXTERNAL; -- short and dense: compressing costs more than it saves

CREATE INDEX entry_subject ON entry (subject_id, subject_kind, number);

CREATE TABLE refused (
    desk        text COLLATE "C" NOT NULL REFERENCES desk (id),
    counter     bigint NOT NULL CHECK (counter > 0),
    id          text NOT NULL,              -- empty when the entry could not be read
    raw         bytea NOT NULL,
    code        bigint NOT NULL,
    detail      text NOT NULL,
    received_ms bigint NOT NULL,
    PRIMARY KEY (desk, counter)
);

-- The desks' signatures: with the entries between, they prove who wrote what in which order.
CREATE TABLE batch (
    desk          text COLLATE "C" NOT NULL REFERENCES desk (id),
    first_counter bigint NOT NULL CHECK (first_counter > 0),
    last_counter  bigint NOT NULL CHECK (last_counter >= first_counter),
    signature     bytea NOT NULL CHECK (length(signature) = 64),
    PRIMARY KEY (desk, last_counter)
);

CREATE TABLE feed (
    unit   text COLLATE "C" NOT NULL,
    seq    bigint NOT NULL,
    number bigint NOT NULL,
    hash   bytea NOT NULL CHECK (length(hash) = 32), -- running hash after this place
    PRIMARY KEY (unit, seq),
    UNIQUE (unit, number)
);

CREATE TABLE feed_head (
    unit     text COLLATE "C" PRIMARY KEY,
    seq      bigint NOT NULL,
    hash     bytea NOT NULL CHECK (length(hash) = 32),
    revision bigint NOT NULL
) WITH (fillfactor = 20);

CREATE TABLE enrol_code (
    hash       bytea PRIMARY KEY CHECK (length(hash) = 32),
    unit       text NOT NULL,
    expires_ms bigint NOT NULL,
    used_ms    bigint,
    desk       text COLLATE "C" REFERENCES desk (id) -- the desk that was enrolled with it
);

CREATE TABLE day_serial (
    day      bigint PRIMARY KEY,            -- local days since 1970-01-01
    last     bigint NOT NULL,
    revision bigint NOT NULL
) WITH (fillfactor = 50);

-- Nothing is ever edited or deleted, and no number is left out.
CREATE FUNCTION never_edited() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is never edited', TG_TABLE_NAME;
END $$;

CREATE TRIGGER entry_edit BEFORE UPDATE OR DELETE OR TRUNCATE ON entry EXECUTE FUNCTION never_edited();
CREATE TRIGGER refused_edit BEFORE UPDATE OR DELETE OR TRUNCATE ON refused EXECUTE FUNCTION never_edited();
CREATE TRIGGER batch_edit BEFORE UPDATE OR DELETE OR TRUNCATE ON batch EXECUTE FUNCTION never_edited();
CREATE TRIGGER feed_edit BEFORE UPDATE OR DELETE OR TRUNCATE ON feed EXECUTE FUNCTION never_edited();

CREATE FUNCTION entry_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    first bigint; last bigint; many bigint;
BEGIN
    SELECT min(number), max(number), count(*) INTO first, last, many FROM fresh;
    IF many = 0 THEN
        RETURN NULL;
    END IF;
    IF last - first + 1 <> many OR first < 1 OR (first > 1 AND NOT EXISTS (SELECT FROM entry WHERE number = first - 1)) THEN
        RAISE EXCEPTION 'the log has no gaps: % to % in % rows', first, last, many;
    END IF;
    IF EXISTS (SELECT FROM (SELECT DISTINCT desk FROM fresh) f WHERE NOT EXISTS (SELECT FROM desk WHERE id = f.desk)) THEN
        RAISE EXCEPTION 'an entry of an unknown desk';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER entry_whole AFTER INSERT ON entry REFERENCING NEW TABLE AS fresh
FOR EACH STATEMENT EXECUTE FUNCTION entry_whole();

CREATE FUNCTION feed_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    part record;
BEGIN
    FOR part IN SELECT unit, min(seq) AS first, max(seq) AS last, count(*) AS many FROM fresh GROUP BY unit LOOP
        IF part.last - part.first + 1 <> part.many OR part.first < 1
           OR (part.first > 1 AND NOT EXISTS (SELECT FROM feed WHERE unit = part.unit AND seq = part.first - 1)) THEN
            RAISE EXCEPTION 'a feed has no gaps: % from % to % in % rows', part.unit, part.first, part.last, part.many;
        END IF;
    END LOOP;
    -- the log has no gaps, so its ends tell what is in it
    IF EXISTS (SELECT FROM fresh HAVING min(number) < 1 OR max(number) > (SELECT coalesce(max(number), 0) FROM entry)) THEN
        RAISE EXCEPTION 'a place of an entry that is not there';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER feed_whole AFTER INSERT ON feed REFERENCING NEW TABLE AS fresh
FOR EACH STATEMENT EXECUTE FUNCTION feed_whole();

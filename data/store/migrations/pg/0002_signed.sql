-- SPDX-FileCopyrightText: 2026 The Sanzhen authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What all headquarters of the operation have agreed to have signed: whoever takes signing over goes on from here.

CREATE TABLE signed_head (
    one        boolean PRIMARY KEY DEFAULT true CHECK (one),
    key        text NOT NULL,               -- the log's public key
    size       bigint NOT NULL DEFAULT 0,
    checkpoint text NOT NULL DEFAULT '',    -- notes as in the tlog folder
    heads      text NOT NULL DEFAULT ''
) WITH (fillfactor = 10);

CREATE FUNCTION signed_onward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'UPDATE' OR NEW.size <= OLD.size OR NEW.key <> OLD.key THEN
        RAISE EXCEPTION 'what is signed only ever grows';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER signed_onward BEFORE UPDATE OR DELETE ON signed_head FOR EACH ROW EXECUTE FUNCTION signed_onward();

-- Places of the feed whose bodies this desk no longer holds, because its unit has nothing to do with the incident any more.
-- The running hash of the feed stays whole: the hash of each body is kept, so that one that comes back can be checked.
CREATE TABLE withdrawn(
    seq      INTEGER PRIMARY KEY REFERENCES feed(seq) ON DELETE CASCADE,
    incident TEXT NOT NULL,
    hash     BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX withdrawn_incident ON withdrawn(incident);

-- The desk's truth: what it has been told, what it has said, how far each has got.
CREATE TABLE meta(
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The unit's feed, gap-free, exactly as headquarters sent it.
CREATE TABLE feed(
    seq         INTEGER PRIMARY KEY,
    number      INTEGER NOT NULL,
    received_ms INTEGER NOT NULL,
    serial      INTEGER NOT NULL,
    hash        BLOB NOT NULL,
    raw         BLOB NOT NULL
) STRICT;

-- Own acts in author order, with the author chain before and after each. state: 0 unsent, 1 accepted (waits for its place in the feed), 2 rejected, 3 rejected and dealt with.
CREATE TABLE outbox(
    counter     INTEGER PRIMARY KEY,
    id          BLOB NOT NULL UNIQUE,
    previous    BLOB NOT NULL,
    author_hash BLOB NOT NULL,
    state       INTEGER NOT NULL DEFAULT 0,
    number      INTEGER NOT NULL DEFAULT 0,
    code        INTEGER NOT NULL DEFAULT 0,
    detail      TEXT NOT NULL DEFAULT '',
    raw         BLOB NOT NULL
) STRICT;

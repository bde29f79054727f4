-- Disposable: where each incident's entries stand in the feed, and which incidents the board needs.
CREATE TABLE meta(
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE incident(
    id         TEXT PRIMARY KEY,
    state      INTEGER NOT NULL,
    closed_ms  INTEGER NOT NULL,
    entries    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_open ON incident(state, closed_ms);

CREATE TABLE member(
    incident TEXT NOT NULL,
    seq      INTEGER NOT NULL,
    PRIMARY KEY(incident, seq)
) STRICT, WITHOUT ROWID;

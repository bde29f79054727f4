-- Places of an incident in runs, one row an update: a row for each place made the rebuild twice as long.
DROP TABLE member;
CREATE TABLE member(
    incident TEXT NOT NULL,
    first    INTEGER NOT NULL,
    seqs     BLOB NOT NULL,       -- `first` and those after it, as differences (LEB128)
    PRIMARY KEY(incident, first)
) STRICT, WITHOUT ROWID;

-- How many incidents are in each state, so that nobody has to count them.
CREATE TABLE counter(
    state INTEGER PRIMARY KEY,
    many  INTEGER NOT NULL
) STRICT;
INSERT INTO counter VALUES(0,0),(1,0),(2,0);
CREATE TRIGGER incident_in AFTER INSERT ON incident
BEGIN UPDATE counter SET many=many+1 WHERE state=NEW.state; END;
CREATE TRIGGER incident_moved AFTER UPDATE OF state ON incident WHEN OLD.state<>NEW.state
BEGIN
    UPDATE counter SET many=many-1 WHERE state=OLD.state;
    UPDATE counter SET many=many+1 WHERE state=NEW.state;
END;
CREATE TRIGGER incident_out AFTER DELETE ON incident
BEGIN UPDATE counter SET many=many-1 WHERE state=OLD.state; END;

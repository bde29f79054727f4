-- With which incident another goes (merged into it, or grouped under it): a board that shows the one counts the other.
ALTER TABLE incident ADD COLUMN belongs TEXT NOT NULL DEFAULT '';
CREATE INDEX incident_belongs ON incident(belongs) WHERE belongs<>'';

-- Disposable: the words of incidents, found by any of their characters or by pinyin initials. rowid = place in the feed.
CREATE TABLE meta(
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE words USING fts5(
    text, initials,
    content = '', columnsize = 0, detail = full, prefix = '1 2 3', tokenize = 'sanzhen'
);

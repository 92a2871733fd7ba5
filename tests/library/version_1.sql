-- A library file as version 1 made it, with two pieces. Never changed: such files are in people's hands.
PRAGMA application_id = 0x4D575A49;
PRAGMA user_version = 1;
PRAGMA journal_mode = wal;

CREATE TABLE pieces (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fold_key TEXT NOT NULL UNIQUE,
    language TEXT NOT NULL,
    direction TEXT NOT NULL,
    title TEXT,
    kicker TEXT,
    byline TEXT,
    published TEXT,
    place TEXT,
    source TEXT,
    images TEXT NOT NULL,
    related TEXT NOT NULL,
    details TEXT NOT NULL,
    set_aside TEXT NOT NULL,
    engine TEXT NOT NULL,
    engine_package TEXT,
    engine_version TEXT,
    created TEXT NOT NULL,
    updated TEXT NOT NULL
) STRICT;

CREATE TABLE blocks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    piece INTEGER NOT NULL REFERENCES pieces (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    role TEXT NOT NULL,
    text TEXT NOT NULL,
    label TEXT,
    lines TEXT NOT NULL,
    UNIQUE (piece, position)
) STRICT;

CREATE TABLE pairs (
    block INTEGER PRIMARY KEY REFERENCES blocks (id) ON DELETE CASCADE,
    target TEXT,
    status TEXT NOT NULL,
    engine TEXT NOT NULL,
    engine_package TEXT,
    engine_version TEXT,
    detail TEXT,
    sentences TEXT NOT NULL,
    flags TEXT NOT NULL,
    made TEXT NOT NULL,
    CHECK ((target IS NULL) = (status = 'failed'))
) STRICT;

CREATE TABLE tags (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE piece_tags (
    piece INTEGER NOT NULL REFERENCES pieces (id) ON DELETE CASCADE,
    tag INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
    PRIMARY KEY (piece, tag)
) STRICT, WITHOUT ROWID;

CREATE INDEX piece_tags_by_tag ON piece_tags (tag);

INSERT INTO pieces VALUES
    (3, 'ab12', 'ar', 'rtl', 'خبر أول', NULL, NULL, '2021-02-24T07:13', NULL, NULL, '[]', '[]', '[]', '[]',
     'argos', 'ar_en', '1.0', '2026-01-02T03:04:05.678Z', '2026-01-02T03:04:06.000Z'),
    (4, 'cd34', 'ar', 'rtl', 'خبر ثان', NULL, NULL, NULL, NULL, NULL, '[]', '[]', '[]', '[]',
     'gloss', NULL, NULL, '2026-01-03T03:04:05.678Z', '2026-01-03T03:04:06.000Z');
INSERT INTO blocks VALUES
    (10, 3, 0, 'title', 'خبر أول', NULL, '[1]'),
    (11, 3, 1, 'paragraph', 'وصل الوفد. غادر الوفد.', NULL, '[2]'),
    (12, 3, 2, 'paragraph', 'قال الوفد.', NULL, '[3]'),
    (13, 4, 0, 'title', 'خبر ثان', NULL, '[1]');
INSERT INTO pairs VALUES
    (10, 'First news', 'edited', 'person', NULL, NULL, NULL, '[[[0,7],[0,10],null,null]]', '[]',
     '2026-01-02T03:04:06.000Z'),
    (11, 'The delegation came. It left.', 'translated', 'argos', 'ar_en', '1.0', NULL,
     '[[[0,10],[0,20],-0.25,[[4,9,4,14]]],[[11,22],[21,29],-0.5,[[11,15,24,28]]]]', '[]', '2026-01-02T03:04:06.000Z'),
    (12, NULL, 'failed', 'argos', 'ar_en', '1.0', 'it is too hard', '[]', '[]', '2026-01-02T03:04:06.000Z'),
    (13, 'second news', 'translated', 'gloss', NULL, NULL, NULL, '[[[0,7],[0,11],null,null]]', '[]',
     '2026-01-03T03:04:06.000Z');
INSERT INTO tags VALUES (1, 'مياه');
INSERT INTO piece_tags VALUES (3, 1);

CREATE TABLE ledger_imports (
    number INTEGER NOT NULL,
    file   VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    format VARCHAR NOT NULL,
    day    DATE    NOT NULL,
    PRIMARY KEY (number)
);

-- Entries are never overwritten: a ledger that changes its figure adds a revision, and readers take the last one.
CREATE TABLE ledger_entries (
    source       VARCHAR NOT NULL,
    own_id       VARCHAR NOT NULL,
    revision     INTEGER NOT NULL,
    victim       VARCHAR NOT NULL,
    other_names  VARCHAR NOT NULL,
    date         VARCHAR NOT NULL,
    reported     VARCHAR,
    usd          DECIMAL(20, 2),
    basis        VARCHAR NOT NULL,
    stated       VARCHAR NOT NULL,
    category     VARCHAR NOT NULL,
    actor        VARCHAR NOT NULL,
    chains       VARCHAR NOT NULL,
    links        VARCHAR NOT NULL,
    transactions VARCHAR NOT NULL,
    repair       VARCHAR NOT NULL,
    withdrawn    BOOLEAN NOT NULL,
    import       INTEGER NOT NULL,
    PRIMARY KEY (source, own_id, revision)
);

CREATE TABLE ledger_places (
    entry  VARCHAR NOT NULL,
    chain  VARCHAR NOT NULL,
    kind   VARCHAR NOT NULL,
    value  VARCHAR NOT NULL,
    import INTEGER NOT NULL,
    PRIMARY KEY (entry, chain, kind, value)
);

CREATE TABLE ledger_figures (
    who         VARCHAR        NOT NULL,
    period      VARCHAR        NOT NULL,
    measure     VARCHAR        NOT NULL,
    revision    INTEGER        NOT NULL,
    usd         DECIMAL(20, 2) NOT NULL,
    "precision" VARCHAR        NOT NULL,
    note        VARCHAR        NOT NULL,
    import      INTEGER        NOT NULL,
    PRIMARY KEY (who, period, measure, revision)
);

CREATE TABLE ledger_decisions (
    number INTEGER NOT NULL,
    kind   VARCHAR NOT NULL,
    entry  VARCHAR NOT NULL,
    other  VARCHAR,
    reason VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    day    DATE    NOT NULL,
    PRIMARY KEY (number)
);

COMMENT ON TABLE ledger_imports IS 'Files of ledgers that were imported, one row each time, also where nothing in them was new.';
COMMENT ON COLUMN ledger_imports.number IS 'Order of the imports, from 1.';
COMMENT ON COLUMN ledger_imports.file IS 'Name of the file.';
COMMENT ON COLUMN ledger_imports.sha256 IS 'SHA-256 of the file as it came, in hexadecimal.';
COMMENT ON COLUMN ledger_imports.format IS 'What it was recognised as: rekt-leaderboard, spoor-ledger and so on.';
COMMENT ON COLUMN ledger_imports.day IS 'Day of the import, UTC.';
COMMENT ON TABLE ledger_entries IS 'What ledgers of losses say of each incident, one row for each time a ledger said something else; lists hold one item a line.';
COMMENT ON COLUMN ledger_entries.source IS 'The ledger: rekt, defihacklabs, dprk, sok, hack-chronicle or another.';
COMMENT ON COLUMN ledger_entries.own_id IS 'The ledger''s own id; where it has none, date and victim.';
COMMENT ON COLUMN ledger_entries.revision IS 'From 1; the highest is what the ledger says now.';
COMMENT ON COLUMN ledger_entries.victim IS 'Name of the victim.';
COMMENT ON COLUMN ledger_entries.other_names IS 'Other names of the victim.';
COMMENT ON COLUMN ledger_entries.date IS 'Day, month or year of the incident, as exact as the ledger states it.';
COMMENT ON COLUMN ledger_entries.reported IS 'As date, when the ledger reported it; null where it does not say.';
COMMENT ON COLUMN ledger_entries.usd IS 'Loss in US dollars; null where the ledger does not say it in dollars.';
COMMENT ON COLUMN ledger_entries.basis IS 'How usd was read: NotStated, Dollars, NoUnit, AtPar, OtherUnits, Unreadable.';
COMMENT ON COLUMN ledger_entries.stated IS 'The loss as the ledger writes it.';
COMMENT ON COLUMN ledger_entries.category IS 'What happened, in the ledger''s own words.';
COMMENT ON COLUMN ledger_entries.actor IS 'Whom the ledger names as the thief; empty for nobody.';
COMMENT ON COLUMN ledger_entries.chains IS 'Chains by lower-case name.';
COMMENT ON COLUMN ledger_entries.links IS 'Where the ledger says it, and what it links to.';
COMMENT ON COLUMN ledger_entries.transactions IS 'Transactions the ledger names.';
COMMENT ON COLUMN ledger_entries.repair IS 'What had to be mended to read the row; empty for most.';
COMMENT ON COLUMN ledger_entries.withdrawn IS 'Whether the ledger no longer had the entry; the other columns are then what it said last.';
COMMENT ON COLUMN ledger_entries.import IS 'The import that brought it, or found it gone.';
COMMENT ON TABLE ledger_places IS 'Transactions, addresses and tokens that the articles of a ledger link to.';
COMMENT ON COLUMN ledger_places.entry IS 'Ledger and id, joined by a colon.';
COMMENT ON COLUMN ledger_places.chain IS 'Lower-case name of the chain.';
COMMENT ON COLUMN ledger_places.kind IS 'tx, address or token.';
COMMENT ON COLUMN ledger_places.value IS 'Hash or address.';
COMMENT ON COLUMN ledger_places.import IS 'The import that brought it.';
COMMENT ON TABLE ledger_figures IS 'Totals that others published, to compare with, one row for each time a file said something else.';
COMMENT ON COLUMN ledger_figures.who IS 'Who published it.';
COMMENT ON COLUMN ledger_figures.period IS 'Days it is of: 2023-08, 2023-Q3, 2023-01..2023-08.';
COMMENT ON COLUMN ledger_figures.measure IS 'total, a category, or incident: and a victim.';
COMMENT ON COLUMN ledger_figures.revision IS 'From 1; the highest is what holds.';
COMMENT ON COLUMN ledger_figures.usd IS 'US dollars.';
COMMENT ON COLUMN ledger_figures."precision" IS 'What is said of its precision, or how many incidents it counts.';
COMMENT ON COLUMN ledger_figures.note IS 'As published, such as the day.';
COMMENT ON COLUMN ledger_figures.import IS 'The import that brought it.';
COMMENT ON TABLE ledger_decisions IS 'What somebody decided about merging entries; a later row overrides, none is deleted.';
COMMENT ON COLUMN ledger_decisions.number IS 'Order of the decisions, from 1.';
COMMENT ON COLUMN ledger_decisions.kind IS 'Merge or Split.';
COMMENT ON COLUMN ledger_decisions.entry IS 'Ledger and id of an entry, joined by a colon.';
COMMENT ON COLUMN ledger_decisions.other IS 'The entry it is one incident with; null in a split.';
COMMENT ON COLUMN ledger_decisions.reason IS 'Why, in the words of whoever decided.';
COMMENT ON COLUMN ledger_decisions.author IS 'Who decided.';
COMMENT ON COLUMN ledger_decisions.day IS 'Day the decision was written down, UTC.';

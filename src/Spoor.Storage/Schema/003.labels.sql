-- Rows are only ever added. A label that is learned again with an earlier date gets a second row, and the earliest counts;
-- a source or an actor that is described anew gets a second row, and the latest counts.
CREATE TABLE labels (
    number          BIGINT    NOT NULL,
    import          BIGINT    NOT NULL,
    id              VARCHAR   NOT NULL,
    learned         DATE      NOT NULL,
    key             BLOB      NOT NULL,
    chain           VARCHAR,
    name            VARCHAR   NOT NULL,
    category        VARCHAR   NOT NULL,
    abuse           VARCHAR   NOT NULL,
    concepts        VARCHAR[] NOT NULL,
    actor           VARCHAR,
    source          VARCHAR   NOT NULL,
    confidence      VARCHAR   NOT NULL,
    level           UTINYINT  NOT NULL,
    author          VARCHAR   NOT NULL,
    observed        DATE,
    tlp             UTINYINT  NOT NULL,
    currency        VARCHAR   NOT NULL,
    cluster_definer BOOLEAN   NOT NULL,
    context         VARCHAR   NOT NULL
);

-- What is known of one address is asked for each address of a trace.
CREATE INDEX labels_by_key ON labels (key);

COMMENT ON TABLE labels IS 'What somebody says an address or a transaction is; rows are never changed or deleted.';
COMMENT ON COLUMN labels.number IS 'Order in which the rows came, from 1.';
COMMENT ON COLUMN labels.import IS 'The import that brought the row, as in label_imports.number.';
COMMENT ON COLUMN labels.id IS 'The first half of SHA-256 over all that the label says except learned; 32 hex digits. The same label from two files is one.';
COMMENT ON COLUMN labels.learned IS 'The day from which it can have been known; of several rows with one id the earliest counts. 0001-01-01 for always.';
COMMENT ON COLUMN labels.key IS 'What it is about: an address as in transfers.sender; or 240 in one byte, then the 32 bytes of a transaction hash; or 241, then an address that Spoor does not decode, as text in UTF-8.';
COMMENT ON COLUMN labels.chain IS 'CAIP-2 name of the chain; null where the label holds on every chain that uses the key; the name of the network for an address that Spoor does not decode.';
COMMENT ON COLUMN labels.name IS 'The name as the source gives it.';
COMMENT ON COLUMN labels.category IS 'What kind of entity it is, a TagPack concept where the source has one; may be empty.';
COMMENT ON COLUMN labels.abuse IS 'What it did, a TagPack concept; empty where the source names nothing.';
COMMENT ON COLUMN labels.concepts IS 'Further TagPack concepts, in the order of the source.';
COMMENT ON COLUMN labels.actor IS 'The id of who is behind it, as in actors.id; null where the source names nobody.';
COMMENT ON COLUMN labels.source IS 'Who says so: a URI, a citation, the name of a file; the key of a row of label_sources where there is one.';
COMMENT ON COLUMN labels.confidence IS 'How the label was made, an id of the TagPack taxonomy of confidence.';
COMMENT ON COLUMN labels.level IS 'How sure that makes it, 0 to 100.';
COMMENT ON COLUMN labels.author IS 'Who wrote the label down; empty where nobody says.';
COMMENT ON COLUMN labels.observed IS 'The day the source observed it, as it says; null where it says none.';
COMMENT ON COLUMN labels.tlp IS 'With whom it may be shared (Traffic Light Protocol 2.0): 0 clear, 1 green, 2 amber, 3 amber+strict, 4 red.';
COMMENT ON COLUMN labels.currency IS 'The asset the source filed it under, where that is not the native one of the chain; else empty.';
COMMENT ON COLUMN labels.cluster_definer IS 'Whether the whole cluster of the address bears the label, as its source claims.';
COMMENT ON COLUMN labels.context IS 'What else the source said, as JSON text; empty for nothing.';

CREATE TABLE label_retractions (
    number   BIGINT  NOT NULL,
    label_id VARCHAR NOT NULL,
    learned  DATE    NOT NULL,
    author   VARCHAR NOT NULL,
    reason   VARCHAR NOT NULL
);

COMMENT ON TABLE label_retractions IS 'That a label no longer holds; the label itself stays, and still held before.';
COMMENT ON COLUMN label_retractions.number IS 'Order in which the rows came, from 1.';
COMMENT ON COLUMN label_retractions.label_id IS 'The label, as in labels.id.';
COMMENT ON COLUMN label_retractions.learned IS 'The day from which it counts as retracted.';
COMMENT ON COLUMN label_retractions.author IS 'Who retracted it; empty where nobody said.';
COMMENT ON COLUMN label_retractions.reason IS 'Why.';

CREATE TABLE label_sources (
    number       BIGINT    NOT NULL,
    key          VARCHAR   NOT NULL,
    kind         UTINYINT  NOT NULL,
    title        VARCHAR   NOT NULL,
    url          VARCHAR   NOT NULL,
    published    DATE,
    derived_from VARCHAR[] NOT NULL,
    grade        VARCHAR   NOT NULL,
    stated       BOOLEAN   NOT NULL
);

COMMENT ON TABLE label_sources IS 'What is known of the sources of labels; of several rows with one key the last counts.';
COMMENT ON COLUMN label_sources.number IS 'Order in which the rows came, from 1.';
COMMENT ON COLUMN label_sources.key IS 'How labels name it in labels.source.';
COMMENT ON COLUMN label_sources.kind IS '0 authority, 1 the party itself, 2 compilation of a researcher, 3 press.';
COMMENT ON COLUMN label_sources.title IS 'What it is called.';
COMMENT ON COLUMN label_sources.url IS 'Where to read it; empty where it is not on the web.';
COMMENT ON COLUMN label_sources.published IS 'The day it was published; null where that is not known.';
COMMENT ON COLUMN label_sources.derived_from IS 'Keys of the sources it repeats, those of earlier rows included: two that go back to one count once.';
COMMENT ON COLUMN label_sources.grade IS 'Its Admiralty grade, such as B2; empty where nobody graded it.';
COMMENT ON COLUMN label_sources.stated IS 'Whether a sources file says so, which counts before what other files imply.';

CREATE TABLE actors (
    number        BIGINT    NOT NULL,
    id            VARCHAR   NOT NULL,
    label         VARCHAR   NOT NULL,
    uri           VARCHAR   NOT NULL,
    categories    VARCHAR[] NOT NULL,
    jurisdictions VARCHAR[] NOT NULL,
    aliases       VARCHAR[] NOT NULL,
    modified      DATE      NOT NULL,
    context       VARCHAR   NOT NULL
);

COMMENT ON TABLE actors IS 'Who is behind addresses, after the ActorPack of GraphSense; of several rows with one id the last counts.';
COMMENT ON COLUMN actors.number IS 'Order in which the rows came, from 1.';
COMMENT ON COLUMN actors.id IS 'How labels name the actor in labels.actor.';
COMMENT ON COLUMN actors.label IS 'Its name for a reader.';
COMMENT ON COLUMN actors.uri IS 'Its home on the web.';
COMMENT ON COLUMN actors.categories IS 'TagPack concepts of what it is.';
COMMENT ON COLUMN actors.jurisdictions IS 'ISO codes of the countries it answers to.';
COMMENT ON COLUMN actors.aliases IS 'Other ids and names.';
COMMENT ON COLUMN actors.modified IS 'The day the source last changed what it says.';
COMMENT ON COLUMN actors.context IS 'What else the source said, as JSON text; empty for nothing.';

CREATE TABLE label_imports (
    number   BIGINT  NOT NULL,
    file     VARCHAR NOT NULL,
    sha256   VARCHAR NOT NULL,
    format   VARCHAR NOT NULL,
    source   VARCHAR NOT NULL,
    recorded DATE    NOT NULL,
    labels   BIGINT  NOT NULL,
    added    BIGINT  NOT NULL,
    bad      BIGINT  NOT NULL
);

COMMENT ON TABLE label_imports IS 'Which files the labels came from, a row for each file that was imported, and another each time it brought a label or an earlier day.';
COMMENT ON COLUMN label_imports.number IS 'Order of the imports, from 1.';
COMMENT ON COLUMN label_imports.file IS 'Name of the file without its folder.';
COMMENT ON COLUMN label_imports.sha256 IS 'SHA-256 of the bytes of the file as it was on disk, compressed or not; 64 hex digits.';
COMMENT ON COLUMN label_imports.format IS 'Name of the format it was read as, such as tagpack.';
COMMENT ON COLUMN label_imports.source IS 'The source of its labels that name none.';
COMMENT ON COLUMN label_imports.recorded IS 'The day of the import, UTC; a label may count as learned on another.';
COMMENT ON COLUMN label_imports.labels IS 'Labels the file holds.';
COMMENT ON COLUMN label_imports.added IS 'Labels that were new to the store.';
COMMENT ON COLUMN label_imports.bad IS 'Entries left out as faulty, with --on-error report.';

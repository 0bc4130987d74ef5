-- One row for each file, however often it is imported: importing it again changes nothing.
CREATE TABLE imports (
    number  INTEGER NOT NULL,
    file    VARCHAR NOT NULL,
    sha256  VARCHAR NOT NULL,
    format  VARCHAR NOT NULL,
    chain   VARCHAR NOT NULL,
    rows    BIGINT  NOT NULL,
    added   BIGINT  NOT NULL,
    known   BIGINT  NOT NULL,
    skipped BIGINT  NOT NULL,
    refused BIGINT  NOT NULL,
    rounded BIGINT  NOT NULL,
    bad     BIGINT  NOT NULL
);

COMMENT ON TABLE imports IS 'Which files the transfers came from, one row for each file that was imported.';
COMMENT ON COLUMN imports.number IS 'Order of the imports, from 1.';
COMMENT ON COLUMN imports.file IS 'Name of the file without its folder.';
COMMENT ON COLUMN imports.sha256 IS 'SHA-256 of the bytes of the file as it was on disk, compressed or not; 64 hex digits.';
COMMENT ON COLUMN imports.format IS 'Name of the format it was read as, such as ethereum-etl-transactions.';
COMMENT ON COLUMN imports.chain IS 'CAIP-2 name of the chain it was read for, or "as stated" when the rows name theirs.';
COMMENT ON COLUMN imports.rows IS 'Rows of the file; each of them moved something, was skipped, was refused, or was bad.';
COMMENT ON COLUMN imports.added IS 'Transfers that were new to the store; one row can hold several.';
COMMENT ON COLUMN imports.known IS 'Transfers the store held already or the file repeats.';
COMMENT ON COLUMN imports.skipped IS 'Rows that move nothing, such as reverted transactions.';
COMMENT ON COLUMN imports.refused IS 'Rows with an amount of 2^128 or more.';
COMMENT ON COLUMN imports.rounded IS 'Transfers whose amount the file states with fewer digits than it has.';
COMMENT ON COLUMN imports.bad IS 'Rows left out as faulty, with --on-error report.';

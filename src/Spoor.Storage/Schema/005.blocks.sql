-- Written in order of height, so that the smallest and largest value of each row group narrow a search by height; no index.
CREATE TABLE blocks (
    chain   VARCHAR   NOT NULL,
    height  BIGINT    NOT NULL,
    hash    BLOB      NOT NULL,
    parent  BLOB,
    time    TIMESTAMP NOT NULL,
    gaps    UTINYINT  NOT NULL,
    refused INTEGER   NOT NULL
);

CREATE TABLE sync_origins (
    chain     VARCHAR NOT NULL,
    genesis   BLOB    NOT NULL,
    finalized BIGINT
);

COMMENT ON TABLE blocks IS 'The blocks that were read from a node, one branch of each chain without a hole; blocks of files are not here.';
COMMENT ON COLUMN blocks.chain IS 'CAIP-2 name of the chain.';
COMMENT ON COLUMN blocks.height IS 'Height of the block.';
COMMENT ON COLUMN blocks.hash IS 'Hash of the block, 32 bytes.';
COMMENT ON COLUMN blocks.parent IS 'Hash of the block before it; null where the node names none, as for the first of a chain.';
COMMENT ON COLUMN blocks.time IS 'Timestamp of the block, UTC.';
COMMENT ON COLUMN blocks.gaps IS 'What the node could not tell of it, summed: 1 native value moved by contracts (no call traces), 2 fees and failures (no receipts), 4 what some inputs spend (their amounts and senders), 8 moves inside shielded pools.';
COMMENT ON COLUMN blocks.refused IS 'Token movements left out because their amount is 2^128 or more.';
COMMENT ON TABLE sync_origins IS 'Which chain it is that a store was synchronised from, one row for each.';
COMMENT ON COLUMN sync_origins.chain IS 'CAIP-2 name of the chain.';
COMMENT ON COLUMN sync_origins.genesis IS 'Hash of block 0 as the node said, 32 bytes: two chains may have one name.';
COMMENT ON COLUMN sync_origins.finalized IS 'Height up to which the chain called its blocks final when the last were read; null when it did not.';

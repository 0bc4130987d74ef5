-- No key and no index: an index costs every append, and reads scan by block range and hash join. The identity of a
-- transfer is (chain, tx, kind, sender, recipient, asset, amount, occurrence, output_tx, output_index); whoever appends
-- leaves out what is already there by an anti-join over these columns.
CREATE TABLE transfers (
    chain        VARCHAR   NOT NULL,
    block        BIGINT    NOT NULL,
    tx_index     INTEGER   NOT NULL,
    phase        UTINYINT  NOT NULL,
    idx          INTEGER   NOT NULL,
    time         TIMESTAMP NOT NULL,
    tx           BLOB      NOT NULL,
    kind         UTINYINT  NOT NULL,
    sender       BLOB,
    recipient    BLOB,
    asset        VARCHAR   NOT NULL,
    amount       UHUGEINT  NOT NULL,
    quality      UTINYINT  NOT NULL,
    occurrence   INTEGER   NOT NULL,
    output_tx    BLOB,
    output_index INTEGER
);

COMMENT ON TABLE transfers IS 'One row for each movement of one asset; rows enter once and leave only when a block is unwound.';
COMMENT ON COLUMN transfers.chain IS 'CAIP-2 name of the chain, such as eip155:1.';
COMMENT ON COLUMN transfers.block IS 'Height of the block; with tx_index, phase and idx the only order there is.';
COMMENT ON COLUMN transfers.tx_index IS 'Index of the transaction in its block.';
COMMENT ON COLUMN transfers.phase IS 'Order inside a transaction: 0 fee or UTXO inputs, 1 native value or UTXO outputs, 2 logs.';
COMMENT ON COLUMN transfers.idx IS 'Order inside the phase: log index, rank of the call, number of the input or output.';
COMMENT ON COLUMN transfers.time IS 'Timestamp of the block, UTC; for display and windows, never for order.';
COMMENT ON COLUMN transfers.tx IS 'Transaction hash, 32 bytes.';
COMMENT ON COLUMN transfers.kind IS '1 native, 2 token, 3 fee, 4 issue, 5 UTXO input, 6 UTXO output.';
COMMENT ON COLUMN transfers.sender IS 'Kind of the address in one byte (1 account, 2 P2PKH, 3 P2SH, 4 XRP, 5 Solana, 16+n witness version n), then its raw bytes; null where there is none.';
COMMENT ON COLUMN transfers.recipient IS 'As sender; null for a fee or a script without an address.';
COMMENT ON COLUMN transfers.asset IS 'Part of the CAIP-19 name after the chain, such as slip44:60 or erc20:0x followed by the contract in lower case.';
COMMENT ON COLUMN transfers.amount IS 'In the smallest unit of the asset (wei, satoshi, sun).';
COMMENT ON COLUMN transfers.quality IS '0 exact, 1 rounded by the source, 2 not stated by the source.';
COMMENT ON COLUMN transfers.occurrence IS '0 for the first of several equal movements in one transaction, 1 for the next, and so on.';
COMMENT ON COLUMN transfers.output_tx IS 'UTXO chains: transaction that created the output spent or created here, 32 bytes; null on account chains.';
COMMENT ON COLUMN transfers.output_index IS 'UTXO chains: number of that output in its transaction.';

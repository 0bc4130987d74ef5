-- Few rows beside the transfers; whoever matches reads all of a chain.
CREATE TABLE bridge_legs (
    chain         VARCHAR   NOT NULL,
    block         BIGINT    NOT NULL,
    tx_index      INTEGER   NOT NULL,
    idx           INTEGER   NOT NULL,
    time          TIMESTAMP NOT NULL,
    tx            BLOB      NOT NULL,
    side          UTINYINT  NOT NULL,
    protocol      VARCHAR,
    message_id    VARCHAR,
    other_chain   VARCHAR,
    emitter       BLOB,
    known_emitter BOOLEAN,
    sender        BLOB,
    recipient     BLOB,
    asset         VARCHAR,
    amount        UHUGEINT,
    other_asset   VARCHAR,
    other_amount  UHUGEINT,
    note          VARCHAR
);

COMMENT ON TABLE bridge_legs IS 'What bridges took in and paid out in the blocks that were read from a node; null is what a leg does not tell.';
COMMENT ON COLUMN bridge_legs.chain IS 'CAIP-2 name of the chain where it happened.';
COMMENT ON COLUMN bridge_legs.block IS 'Height of the block.';
COMMENT ON COLUMN bridge_legs.tx_index IS 'Index of the transaction in its block.';
COMMENT ON COLUMN bridge_legs.idx IS 'Index of the log that tells it.';
COMMENT ON COLUMN bridge_legs.time IS 'Timestamp of the block, UTC.';
COMMENT ON COLUMN bridge_legs.tx IS 'Transaction hash, 32 bytes.';
COMMENT ON COLUMN bridge_legs.side IS '1 deposit, 2 payout, 3 refund.';
COMMENT ON COLUMN bridge_legs.protocol IS 'The protocol, such as across.';
COMMENT ON COLUMN bridge_legs.message_id IS 'What the protocol calls the crossing on both chains.';
COMMENT ON COLUMN bridge_legs.other_chain IS 'CAIP-2 name of the chain of the other side.';
COMMENT ON COLUMN bridge_legs.emitter IS 'The contract that said so, as sender in transfers.';
COMMENT ON COLUMN bridge_legs.known_emitter IS 'Whether that is a known contract of the protocol: anybody can emit an event.';
COMMENT ON COLUMN bridge_legs.sender IS 'As in transfers.';
COMMENT ON COLUMN bridge_legs.recipient IS 'Who is paid on the destination chain; of a refund, who gets it back.';
COMMENT ON COLUMN bridge_legs.asset IS 'CAIP-19 name of the asset on this chain.';
COMMENT ON COLUMN bridge_legs.amount IS 'In the smallest unit of the asset.';
COMMENT ON COLUMN bridge_legs.other_asset IS 'CAIP-19 name of the asset on the other chain.';
COMMENT ON COLUMN bridge_legs.other_amount IS 'What the other side is to be, in its smallest unit.';
COMMENT ON COLUMN bridge_legs.note IS 'A memo or further keys in the words of the protocol.';

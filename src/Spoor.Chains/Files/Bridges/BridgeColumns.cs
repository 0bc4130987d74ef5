using System.Globalization;
using Spoor.Transfers;

namespace Spoor.Chains.Files.Bridges;

/// <summary>The columns of one side of a crossing, by the names that are understood.</summary>
/// <param name="side">Decides what <c>dst_token</c> means: the other asset of a deposit, the own one of a payout.</param>
/// <param name="chain">The chain of rows that name none.</param>
internal sealed class BridgeColumns(BridgeSide side, ChainId? chain)
{
    private readonly string[] _tx = side == BridgeSide.Deposit ? ["tx_hash", "txhash", "tx", "srctxhash"] : ["tx_hash", "txhash", "tx", "dsttxhash"];
    private readonly string[] _id = side == BridgeSide.Deposit ? ["message_id", "deposit_id", "transfer_id"] : ["message_id", "deposit_id", "transfer_id", "srctxhash"];
    private readonly string[] _chain = side == BridgeSide.Deposit ? ["chain", "origin_chain_domain", "srcnet"] : ["chain", "chain_domain", "dstnet"];
    private readonly string[] _otherChain = side == BridgeSide.Deposit ? ["other_chain", "dst_chain_domain", "dstnet"] : ["other_chain", "srcnet"];
    private readonly string[] _asset = side == BridgeSide.Deposit ? ["asset", "token", "origin_token"] : ["asset", "token", "dst_token"];
    private readonly string[] _otherAsset = side == BridgeSide.Deposit ? ["other_asset", "dst_token"] : ["other_asset"];

    public BridgeLeg Read(CsvLine line)
    {
        var here = ChainOf(line, _chain) ?? chain ?? throw line.Fault(_chain[0], "a chain, or its option on the command line");
        var there = ChainOf(line, _otherChain);
        string txColumn = Column(line, _tx);
        string? id = Cell(line, _id);
        return new()
        {
            Side = side,
            Protocol = Cell(line, ["protocol", "bridge"])?.ToLowerInvariant(),
            MessageId = id is not null && TxHash.TryParse(id, out var hash) ? hash.ToString() : id,
            Chain = here,
            OtherChain = there,
            Tx = TxHash.TryParse(line[txColumn], out var tx) ? tx : throw line.Fault(txColumn, "a transaction hash of 64 hex digits"),
            Time = TimeOf(line),
            Sender = Account(line, here, ["sender"]),
            Recipient = Account(line, side == BridgeSide.Deposit ? there ?? here : here, ["recipient", "beneficiary", "receiver"]),
            Asset = Asset(line, here, _asset),
            Amount = Units(line, ["amount", "amount_raw"]),
            OtherAsset = there is { } other ? Asset(line, other, _otherAsset) : null,
            OtherAmount = Units(line, ["other_amount"]),
        };
    }

    // Without a time only an id can join the leg: no other method takes a payout that is not after its deposit.
    private static DateTimeOffset TimeOf(CsvLine line)
    {
        string column = Column(line, ["timestamp", "time"]);
        if (line[column].Length == 0)
        {
            return DateTimeOffset.UnixEpoch;
        }

        bool isCount = long.TryParse(line[column], NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds <= BridgeCells.LastSecond;
        return isCount ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : UtcTime.TryParse(line[column], out var time) ? time
            : throw line.Fault(column, $"{UtcTime.Expected}, or seconds since 1970");
    }

    private static ChainId? ChainOf(CsvLine line, string[] names)
    {
        string column = Column(line, names);
        return line[column].Length == 0 ? null : BridgeCells.ChainOf(line[column]) ?? throw line.Fault(column, "a chain such as ethereum or eip155:1");
    }

    private static Address? Account(CsvLine line, ChainId chain, string[] names)
    {
        string column = Column(line, names);
        return line[column].Length == 0 ? null : BridgeCells.Account(chain, line[column]) ?? throw line.Fault(column, $"an address on {chain}");
    }

    private static AssetId? Asset(CsvLine line, ChainId chain, string[] names)
    {
        string column = Column(line, names);
        return line[column].Length == 0 ? null : BridgeCells.Asset(chain, line[column]) ?? throw line.Fault(column, $"a token contract on {chain}, or a CAIP-19 asset");
    }

    private static Amount? Units(CsvLine line, string[] names)
    {
        string column = Column(line, names);
        return line[column].Length == 0 ? null
            : UInt128.TryParse(line[column], NumberStyles.None, CultureInfo.InvariantCulture, out var units) ? new Amount(units)
            : throw line.Fault(column, "a whole number of units below 2^128");
    }

    private static string? Cell(CsvLine line, string[] names)
    {
        string column = Column(line, names);
        return line[column].Length == 0 ? null : PrintableCell.Of(line, column, line[column]);
    }

    private static string Column(CsvLine line, string[] names) => Array.Find(names, line.Has) ?? names[0];
}

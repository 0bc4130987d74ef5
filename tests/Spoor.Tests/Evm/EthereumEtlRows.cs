using System.Globalization;
using Spoor.Transfers;

namespace Spoor.Tests.Evm;

/// <summary>Compares the rows ethereum-etl expects with blocks that were decoded.</summary>
internal static class EthereumEtlRows
{
    private static readonly ChainId Ethereum = ChainId.Parse("eip155:1");

    internal static void AssertFee(IReadOnlyDictionary<string, string> row, Block[] blocks)
    {
        var fee = Assert.Single(
            blocks.SelectMany(block => block.Transfers),
            transfer => transfer.Kind == TransferKind.Fee && transfer.Tx == TxHash.Parse(row["hash"]));
        Assert.Equal(UInt128.Parse(row["receipt_gas_used"], CultureInfo.InvariantCulture) * UInt128.Parse(row["gas_price"], CultureInfo.InvariantCulture), fee.Amount.Units);
    }

    internal static void AssertBlocks(IReadOnlyList<IReadOnlyDictionary<string, string>> rows, Block[] blocks)
    {
        Assert.Equal(rows.Count, blocks.Length);
        foreach (var (row, block) in rows.Zip(blocks))
        {
            Assert.Equal(row["number"], $"{block.Height}");
            Assert.Equal(TxHash.Parse(row["hash"]), block.Hash);
            Assert.Equal(block.Height == 0 ? null : TxHash.Parse(row["parent_hash"]), block.Parent);
            Assert.Equal(row["timestamp"], $"{block.Time.ToUnixTimeSeconds()}");
            Assert.Equal(row["transaction_count"], $"{block.Sent.Count}");
        }
    }

    internal static void AssertTransactions(IReadOnlyList<IReadOnlyDictionary<string, string>> rows, Block[] blocks)
    {
        var sent = blocks.SelectMany(block => block.Sent.Select(transaction => (block, transaction))).ToList();

        Assert.Equal(rows.Count, sent.Count);
        foreach (var (row, (block, transaction)) in rows.Zip(sent))
        {
            Assert.Equal(row["block_number"], $"{block.Height}");
            Assert.Equal(TxHash.Parse(row["hash"]), transaction.Tx);
            Assert.Equal(row["nonce"], $"{transaction.Nonce}");
            Assert.Equal(row["transaction_index"], $"{transaction.Index}");
            Assert.Equal(Account(row["from_address"]), transaction.From);
            Assert.Equal(OptionalAccount(row["to_address"]), transaction.To);
            Assert.Equal(row["gas_price"], $"{transaction.GasPrice}");
            Assert.Equal(row["input"].Length < 10 ? null : Convert.ToUInt32(row["input"][2..10], 16), transaction.Selector);
            AssertValue(row, block, transaction);
        }
    }

    private static void AssertValue(IReadOnlyDictionary<string, string> row, Block block, SentTransaction transaction)
    {
        var value = block.Transfers.SingleOrDefault(transfer => transfer.Tx == transaction.Tx && transfer.Kind == TransferKind.Native);
        Assert.Equal(row["value"], $"{value?.Amount ?? Amount.Zero}");
        if (value is not null && transaction.To is not null)
        {
            Assert.Equal(Account(row["to_address"]), value.To);
        }
    }

    internal static void AssertTokens(IReadOnlyList<IReadOnlyDictionary<string, string>> rows, Block[] blocks)
    {
        var tokens = blocks.SelectMany(block => block.Transfers).Where(transfer => transfer.Kind == TransferKind.Token).ToList();

        Assert.Equal(rows.Count, tokens.Count);
        foreach (var (row, token) in rows.Zip(tokens))
        {
            Assert.Equal($"erc20:{row["token_address"]}", token.Asset.Reference);
            Assert.Equal(Account(row["from_address"]), token.From);
            Assert.Equal(Account(row["to_address"]), token.To);
            Assert.Equal(row["value"], $"{token.Amount}");
            Assert.Equal(TxHash.Parse(row["transaction_hash"]), token.Tx);
            Assert.Equal(row["log_index"], $"{token.Position.Index}");
            Assert.Equal(row["block_number"], $"{token.Position.Block}");
        }
    }

    // The logs of this block are all token transfers: each row is one, at its place.
    internal static void AssertLogs(IReadOnlyList<IReadOnlyDictionary<string, string>> rows, Block block) => Assert.Equal(
        rows.Select(row => $"{row["transaction_index"]} {row["log_index"]}").Order(StringComparer.Ordinal),
        block.Transfers.Where(transfer => transfer.Position.Phase == Phase.Log)
            .Select(transfer => $"{transfer.Position.Transaction} {transfer.Position.Index}").Order(StringComparer.Ordinal));

    private static Address Account(string text) => AddressText.Parse(Ethereum, text);

    private static Address? OptionalAccount(string text) => text.Length == 0 ? null : Account(text);
}

using Spoor.Tests.Files;
using Spoor.Transfers;
using static Spoor.Tests.Evm.EvmAnswers;

namespace Spoor.Tests.Evm;

/// <summary>A block read from a node and the same block imported from files are the same transfers.</summary>
public sealed class EvmFileIdentityTests : IDisposable
{
    private readonly ImportedStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Every_transfer_of_a_node_is_known_after_the_import_of_its_files()
    {
        await _store.ImportTextAsync("transactions.csv", Rows.TransactionHeader + Rows.Transaction(1, 0xa, 0xb, "100"));
        await _store.ImportTextAsync(
            "traces.csv",
            Rows.TraceHeader + Rows.Trace(1, "", 0xa, 0xb, "100") + Rows.Trace(1, "0", 0xb, 0xc, "30") + Rows.Trace(1, "1", 0xb, 0xc, "30")
            + Rows.Trace(1, "2", 0xa, 0xb, "100") + $"10,,,,{Account(0xf)},5,reward,,,,1\n");
        await _store.ImportTextAsync(
            "tokens.csv", Rows.TokenTransferHeader + Rows.Token(0xa, 0xb, "7", log: 3) + Rows.Token(0xa, 0xb, "7", log: 4) + Rows.Token(0xb, 0xa, "1", log: 5));

        var block = FromNode();

        var held = await _store.Store.TransfersOfAsync(block.Chain, [Party(0xa), Party(0xb), Party(0xc), Party(0xf)], TestContext.Current.CancellationToken);
        Assert.Equal(Texts(held), Texts(block.Transfers));
    }

    private static Block FromNode()
    {
        var reward = Flat(1, [], 0, 0, 5, type: "reward");
        reward["action"] = new System.Text.Json.Nodes.JsonObject { ["author"] = Account(0xf), ["value"] = "0x5", ["rewardType"] = "block" };
        return Decode(Raw(
            Block(Sent(1, 0xa, 0xb, 100)),
            receipts:
            [
                Receipt(1, [
                    Log(0xdac, [TransferTopic, Word(0xa), Word(0xb)], Word(7), 3), Log(0xdac, [TransferTopic, Word(0xa), Word(0xb)], Word(7), 4),
                    Log(0xdac, [TransferTopic, Word(0xb), Word(0xa)], Word(1), 5)]),
            ],
            flat: [Flat(1, [], 0xa, 0xb, 100), Flat(1, [0], 0xb, 0xc, 30), Flat(1, [1], 0xb, 0xc, 30), Flat(1, [2], 0xa, 0xb, 100), reward]));
    }

    private static IEnumerable<string> Texts(IEnumerable<Transfer> transfers) =>
        transfers.Select(transfer => $"{transfer.Key}").Order(StringComparer.Ordinal);
}

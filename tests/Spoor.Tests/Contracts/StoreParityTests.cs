using CsCheck;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Tests.Engines;
using Spoor.Transfers;
using static Spoor.Tests.Contracts.Ledger;

namespace Spoor.Tests.Contracts;

/// <summary>Two implementations written apart, asked the same questions: the strongest test either of them has.</summary>
public sealed class StoreParityTests
{
    internal static readonly ChainId[] Chains = [Ethereum, Bitcoin];
    internal static readonly Address[] Parties = [.. Enumerable.Range(1, 4).Select(Party)];
    internal static readonly TxHash[] Transactions = [.. Enumerable.Range(1, 4).Select(number => Tx(number))];
    internal static readonly Outpoint[] Outputs = [.. Transactions.SelectMany(tx => new Outpoint[] { new(tx, 0), new(tx, 1) })];

    // Few values for everything, so that equal movements, equal positions and shared addresses are the rule.
    private static readonly Gen<Position> Positions =
        Gen.Select(Gen.Long[1, 4], Gen.Int[0, 1], Gen.Int[0, 2], Gen.Int[0, 1])
            .Select((block, tx, phase, index) => new Position(block, tx, (Phase)phase, index));

    private const string Stranger = "erc20:0x00000000000000000000000000000000000bad00";

    private static readonly string[] Assets = ["slip44:60", "erc20:0x6b175474e89094c44da98b954eedeac495271d0f", Stranger];

    private static readonly Gen<Transfer> Moves = MovesOf(1, 4);

    // A chain of which the data have tokens only counts them all.
    private static readonly Gen<Transfer> Tokens = MovesOf((int)TransferKind.Token, (int)TransferKind.Token);

    private static Gen<Transfer> MovesOf(int firstKind, int lastKind) =>
        Gen.Select(Positions, Gen.Int[firstKind, lastKind], Among(Transactions), Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[0, 35])
            .Select((position, kind, tx, from, to, rest) => Move(position.Block, 0, null, null, (uint)(rest % 3)) with
            {
                Position = position,
                Tx = tx,
                Kind = (TransferKind)kind,
                From = PartyOrNone(from),
                To = PartyOrNone(to),
                Asset = new(Ethereum, Assets[rest / 3 % 3]),
                Occurrence = rest / 18,
            });

    private static readonly Gen<Transfer> Coins =
        Gen.Select(Positions, Gen.Bool, Among(Transactions), Gen.Int[0, 4], Among(Outputs))
            .Select((position, spends, tx, party, output) => Move(position.Block, 0, null, null, 50, Bitcoin) with
            {
                Position = position,
                Tx = tx,
                Kind = spends ? TransferKind.UtxoIn : TransferKind.UtxoOut,
                From = spends ? PartyOrNone(party) : null,
                To = spends ? null : PartyOrNone(party),
                Output = output,
            });

    // A fee or a reward beside inputs and outputs.
    private static readonly Gen<Transfer> Beside = Moves.Select(move => move with { Asset = new(Bitcoin, move.Asset.Reference) });

    internal static readonly Gen<Transfer[]> Histories =
        Gen.OneOf(Gen.OneOf(Moves, Coins).Array[0, 40], Gen.OneOf(Moves, Coins, Beside).Array[0, 40], Gen.OneOf(Tokens, Coins).Array[0, 40]);

    [Fact]
    public async Task Memory_and_DuckDB_answer_alike_on_any_history()
    {
        using var onDisk = DuckDbTransferStore.Open(DataFolder.At(DataFolder.Memory));

        await Gen.Select(Histories, Histories, Gen.Long[0, 4], Gen.Int[0, 15]).SampleAsync(
            async (before, after, height, frontier) =>
            {
                await EmptyAsync(onDisk);
                var inMemory = new MemoryTransferStore();
                Assert.Equal(
                    await HistoryAsync(inMemory, before, after, height, FrontierOf(frontier)),
                    await HistoryAsync(onDisk, before, after, height, FrontierOf(frontier)));
            },
            iter: 40,
            threads: 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Memory_and_ClickHouse_answer_alike_on_any_history(int shards)
    {
        using var clickHouse = await ClickHouseServers.NewStoreAsync(shards);

        await Gen.Select(Histories, Histories, Gen.Long[0, 4], Gen.Int[0, 15]).SampleAsync(
            async (before, after, height, frontier) =>
            {
                await EmptyAsync(clickHouse);
                var inMemory = new MemoryTransferStore();
                Assert.Equal(
                    await HistoryAsync(inMemory, before, after, height, FrontierOf(frontier)),
                    await HistoryAsync(clickHouse, before, after, height, FrontierOf(frontier)));
            },
            iter: 4,
            threads: 1);
    }

    private static Gen<T> Among<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Address? PartyOrNone(int number) => number == 0 ? null : Parties[number - 1];

    internal static Address[] FrontierOf(int bits) => [.. Parties.Where((_, index) => (bits & (1 << index)) != 0)];

    private static async Task EmptyAsync(ITransferStore store)
    {
        foreach (var chain in Chains)
        {
            await store.UnwindAsync(chain, 0, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Appends, unwinds, appends, and writes down every answer on the way.</summary>
    internal static async Task<List<string>> HistoryAsync(
        ITransferStore store, Transfer[] before, Transfer[] after, long height, Address[] frontier)
    {
        List<string> answers = [$"added {await store.AppendAllAsync(before)}", .. await AnswersAsync(store, frontier)];
        foreach (var chain in Chains)
        {
            answers.Add($"removed {await store.UnwindAsync(chain, height, TestContext.Current.CancellationToken)}");
        }

        answers.AddRange(await AnswersAsync(store, frontier));
        answers.Add($"added {await store.AppendAllAsync(after)}");
        answers.AddRange(await AnswersAsync(store, frontier));
        return answers;
    }

    private static async Task<List<string>> AnswersAsync(ITransferStore store, Address[] frontier)
    {
        var cancellation = TestContext.Current.CancellationToken;
        List<string> answers = [.. (await store.HeadsAsync(cancellation)).Select(head => head.ToString())];
        foreach (var chain in Chains)
        {
            var activity = await store.ActivityOfAsync(chain, frontier, cancellation);
            answers.AddRange(activity.OrderBy(entry => entry.Key).Select(entry => entry.ToString()));
            var past = await store.PastOfAsync(chain, frontier, 3, [], cancellation);
            answers.AddRange(past.OrderBy(entry => entry.Key).Select(entry => entry.ToString()));
            answers.AddRange((await store.TransfersOfAsync(chain, frontier, cancellation)).Select(Told));
            answers.AddRange((await store.TransactionsAsync(chain, Transactions[..2], cancellation)).Select(Told));
            answers.AddRange((await store.SpendsOfAsync(chain, Outputs[..3], cancellation)).Select(Told));
        }

        return answers;
    }

    private static string Told(Transfer transfer) => transfer.ToString();
}

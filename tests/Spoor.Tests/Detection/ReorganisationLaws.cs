using CsCheck;
using Spoor.Detection;
using Spoor.Transfers;
using static Spoor.Tests.Detection.DrainStory;

namespace Spoor.Tests.Detection;

/// <summary>What a reorganisation removed is as if it had never been.</summary>
public sealed class ReorganisationLaws
{
    private const int Depth = 3;

    private static readonly ChainId[] Chains = [Ethereum, Polygon];
    private static readonly string[] Names = ["hot", "hot2", "cold", "desk", "thief", "customer", "other"];

    // Which chain; how many blocks to go back first, mostly none; minutes later; payments by (from, to, asset, size).
    private static readonly Gen<Turn[]> Turns = Gen.Select(
            Gen.Int[0, 1], Gen.Frequency((3, Gen.Const(0)), (1, Gen.Int[1, Depth])), Gen.Int[0, 400],
            Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6], Gen.Int[0, 2], Gen.Int[1, 5]).Array[0, 3])
        .Select((chain, back, minutes, payments) => new Turn(chain, back, minutes % 5 == 0 ? minutes : minutes % 9, payments)).Array[1, 25];

    [Fact]
    public void Any_interleaving_of_blocks_and_rewinds_ends_as_if_the_removed_blocks_had_never_been() => Turns.Sample(
        turns =>
        {
            var run = new Run();
            foreach (var turn in turns)
            {
                run.Take(turn);
            }

            var (digest, live) = Straight(run.Surviving);
            Assert.Equal(digest, run.Detector.StateDigest());
            Assert.Equal(live, Live(run.Told));
            Assert.Equal(run.Told.Count, run.Told.Select(notice => (notice.Alert, notice.Number)).Distinct().Count());
        },
        iter: 300);

    [Fact]
    public void A_block_that_is_taken_back_leaves_the_state_as_it_was() => Turns.Sample(
        turns =>
        {
            var run = new Run();
            foreach (var turn in turns)
            {
                string before = run.Detector.StateDigest();
                long height = run.HeightOf(Chains[turn.Chain]);
                run.Take(turn with { Back = 0 });
                run.GoBack(Chains[turn.Chain], height);
                Assert.Equal(before, run.Detector.StateDigest());
                run.Take(turn with { Back = 0 });
            }
        },
        iter: 100);

    [Fact]
    public void A_checkpoint_goes_on_as_if_nothing_had_happened() => Gen.Select(Turns, Turns).Sample(
        (before, after) =>
        {
            var run = new Run();
            foreach (var turn in before)
            {
                run.Take(turn);
            }

            byte[] checkpoint = run.Detector.Checkpoint();
            var restored = DrainDetector.Restore(checkpoint, run.Detector.Watch, Prices, Tokens);
            Assert.Equal(checkpoint, restored.Checkpoint());
            Assert.Empty(restored.Changes);

            // The blocks that were not final come again.
            var known = Chains.ToDictionary(chain => chain, chain => restored.Recent(chain, 1) is [var tip] ? tip.Height : -1);
            List<AlertNotice> again = [.. run.Surviving.Where(block => block.Height > known[block.Chain]).SelectMany(block => Run.Give(restored, block))];
            Assert.Equal(run.Detector.StateDigest(), restored.StateDigest());
            Assert.Empty(again.Select(notice => (notice.Alert, notice.Number)).Except(run.Told.Select(notice => (notice.Alert, notice.Number))));
        },
        iter: 150);

    /// <summary>What is told to somebody who sees only the surviving blocks.</summary>
    private static (string Digest, IReadOnlyList<string> Live) Straight(IEnumerable<Block> blocks)
    {
        var detector = NewDetector();
        List<AlertNotice> told = [];
        foreach (var block in blocks)
        {
            told.AddRange(Run.Give(detector, block));
        }

        return (detector.StateDigest(), Live(told));
    }

    // What is gone by the last word on every alert that was not taken back; a correction may stand where a rescue was told last.
    private static IReadOnlyList<string> Live(IEnumerable<AlertNotice> told) =>
    [
        .. told.GroupBy(notice => notice.Alert).Select(group => group.MaxBy(notice => notice.Number)!).Where(last => last.Stage != AlertStage.Retracted)
            .OrderBy(last => last.Alert, StringComparer.Ordinal)
            .Select(last => $"{last.Alert} {last.Gone} {string.Join(',', last.Transactions)} {string.Join(',', last.Block)} {last.Stage == AlertStage.End}"),
    ];

    private static DrainDetector NewDetector() => new(
        new([
            Owner(
                Wallet("hot", WalletUse.Hot, (Eth, 5_000m), (Dai, 400_000m)), Wallet("hot", WalletUse.Hot, (Pol, 2_000_000m)),
                Wallet("hot2"), Wallet("cold", WalletUse.Cold)) with
            {
                Planned = [new() { Id = "p", Reason = "r", From = Begin, Until = Begin.AddDays(2), Recipients = new HashSet<Address> { At("customer") }, Limits = new Dictionary<AssetId, Amount> { [Eth] = Coins(Eth, 900m) } }],
            },
            new() { Name = "Desk", Wallets = [Wallet("desk", WalletUse.Hot, (Eth, 900m))] },
        ]),
        Prices, Tokens);

    private sealed record Turn(int Chain, int Back, int Minutes, (int From, int To, int Asset, int Size)[] Payments);

    private sealed class Run
    {
        private readonly Dictionary<ChainId, long> _heights = [];
        private readonly Dictionary<ChainId, long> _highest = [];
        private int _number;
        private DateTimeOffset _now = Begin;

        public DrainDetector Detector { get; } = NewDetector();

        public List<Block> Surviving { get; } = [];

        public List<AlertNotice> Told { get; } = [];

        public long HeightOf(ChainId chain) => _heights.GetValueOrDefault(chain, 100);

        public static IReadOnlyList<AlertNotice> Give(DrainDetector detector, Block block) => detector.Apply(
            block,
            detector.Unfamiliar(block).Where(address => address == At("thief") || address == At("other")).ToDictionary(
                address => address, address => new RecipientHistory { Nonce = address == At("thief") ? 0 : 9, HasCode = false, Balance = Amount.Zero }),
            block.Height - Depth);

        public void Take(Turn turn)
        {
            var chain = Chains[turn.Chain];
            if (turn.Back > 0)
            {
                // Never below what was final at the highest block ever seen.
                GoBack(chain, Math.Max(HeightOf(chain) - turn.Back, Math.Max(100, _highest.GetValueOrDefault(chain, 100) - Depth)));
            }

            _now = _now.AddMinutes(turn.Minutes);
            long height = HeightOf(chain) + 1;
            _heights[chain] = height;
            _highest[chain] = Math.Max(height, _highest.GetValueOrDefault(chain));
            var block = BlockOf(chain, height, turn);
            Surviving.Add(block);
            Told.AddRange(Give(Detector, block));
        }

        public void GoBack(ChainId chain, long height)
        {
            Told.AddRange(Detector.Rewind(chain, height));
            Surviving.RemoveAll(block => block.Chain == chain && block.Height > height);
            _heights[chain] = Math.Min(HeightOf(chain), height);
        }

        private Block BlockOf(ChainId chain, long height, Turn turn)
        {
            List<Transfer> transfers = [];
            foreach (var (from, to, asset, size) in turn.Payments.Where(payment => payment.From != payment.To))
            {
                var what = chain == Polygon ? Pol : asset == 0 ? Dai : Eth;
                decimal coins = (chain == Polygon ? 400_000m : asset == 0 ? 90_000m : 350m) * size;
                bool isSame = turn.Minutes % 2 == 0 && transfers.Count > 0;
                var tx = isSame ? transfers[^1].Tx : new TxHash((UInt128)2, (UInt128)(++_number));
                int index = isSame ? transfers[^1].Position.Transaction : transfers.Count;
                transfers.Add(Move(Names[from], Names[to], what, coins) with { Tx = tx, Time = _now, Position = new(height, index, Phase.Value, transfers.Count) });
            }

            return new() { Chain = chain, Height = height, Time = _now, Transfers = transfers, Hash = new(UInt128.MaxValue, (UInt128)(++_number)) };
        }
    }
}

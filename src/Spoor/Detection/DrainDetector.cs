using Spoor.Detection.Owners;
using Spoor.Detection.Steps;
using Spoor.Detection.Watching;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection;

/// <summary>Watches wallets block by block and says when one is being drained. Pure: the same blocks give the same notices.</summary>
public sealed partial class DrainDetector
{
    /// <summary>Withdrawals of one owner that are waited for at most; beyond that the one that was entered first is forgotten.</summary>
    public const int MostExpected = ExpectedWithdrawals.Most;

    private readonly WatchIndex _index;
    private readonly AssetWorth _worth;
    private readonly StepReader _reader;
    private readonly ChainMarks _marks;
    private readonly NoticeNumbers _numbers = new();
    private readonly int[] _pending;

    // By owner: of what is worth less the recipient's past is not asked for.
    private readonly UsdValue[] _least;
    private readonly World _base;
    private readonly World _head;

    /// <param name="prices">What an outflow is worth; an asset without a price is named, never counted as zero.</param>
    /// <param name="tokens">Digits and symbols of tokens; null for the few that are built in.</param>
    public DrainDetector(WatchList watch, PriceBook prices, TokenList? tokens = null)
        : this(watch, prices, tokens, new(), new(watch), null, new())
    {
    }

    private DrainDetector(
        WatchList watch, PriceBook prices, TokenList? tokens, ChainMarks marks, WatchIndex index, IReadOnlyList<OwnerState>? owners, ChainClocks clocks)
    {
        Watch = watch;
        Prices = prices;
        _marks = marks;
        _index = index;
        _worth = new(watch, prices, tokens ?? TokenList.Builtin);
        _reader = new(_index, _worth);
        _pending = new int[watch.Owners.Count];
        _least = [.. watch.Owners.Select(owner => AlertPolicy.LeastOf(owner.Policy.Floor))];
        _base = new(owners ?? [.. _index.Purses.Select(purses => new OwnerState(purses))], [.. watch.Owners.Select(owner => new OwnerWatch(owner, _worth))], clocks);
        _head = _base.Above();
    }

    public WatchList Watch { get; }

    /// <summary>What is valued by from now on, see <see cref="Reprice"/>.</summary>
    public PriceBook Prices { get; private set; }

    /// <summary>The recipients in a block whose past the detector wants to know before it is given the block.</summary>
    public IReadOnlyCollection<Address> Unfamiliar(Block block)
    {
        SortedSet<Address> wanted = [];
        foreach (var step in _reader.Read(block, NoHistories))
        {
            bool isOpen = _head.Owners[step.Owner].Alert is not null;
            foreach (var payout in step.Payouts)
            {
                bool isTrifle = payout.Usd is { } usd && usd < _least[step.Owner];
                if (payout.To is { } to && (isOpen || !isTrifle))
                {
                    wanted.Add(to);
                }
            }

            if (step.Controls.Count > 0)
            {
                wanted.UnionWith(step.Controls.Select(change => change.Holder).OfType<Address>());
            }
        }

        return wanted;
    }

    /// <summary>Takes the next block of its chain.</summary>
    /// <param name="histories">What is known of the <see cref="Unfamiliar"/> recipients; one that is absent is unknown.</param>
    /// <param name="finalized">Height up to which the chain is final; null to go by the registry's depth.</param>
    /// <returns>What is to be told, in order.</returns>
    /// <exception cref="ArgumentException">The block does not follow on the last one of its chain.</exception>
    public IReadOnlyList<AlertNotice> Apply(Block block, IReadOnlyDictionary<Address, RecipientHistory> histories, long? finalized = null)
    {
        _marks.Enter(block, finalized);
        bool isFromBeginning = _marks.IsFromBeginning(block.Chain);
        var steps = _reader.Read(block, histories);
        _reader.Forget();
        var entry = new JournalEntry
        {
            Prices = Prices,
            Place = new(block.Chain, block.Height, block.Time, block.Hash, block.Parent),
            Steps = isFromBeginning ? [.. steps.Select(step => step with { IsFromBeginning = true })] : steps,
        };
        var told = Add(entry);
        Absorb();
        return told;
    }

    /// <summary>Goes back to a height as if the blocks above it had never been; what rested on them is retracted.</summary>
    /// <exception cref="InvalidOperationException">A block to be removed is final, or too many came after it.</exception>
    public IReadOnlyList<AlertNotice> Rewind(ChainId chain, long height)
    {
        _marks.Rewind(chain, height);
        var removed = _journal.Where(entry => entry.Place is { } place && place.Chain == chain && place.Height > height).ToHashSet();
        if (removed.Count == 0)
        {
            return [];
        }

        // Whom anything touched since, too: what a chain's clock had made others forget may not be forgotten without its blocks.
        SortedSet<int> owners = [.. _journal.SkipWhile(entry => !removed.Contains(entry)).SelectMany(entry => entry.Touched)];
        var all = _journal;
        _journal = new(all.Where(entry => !removed.Contains(entry)));
        Refold(null);
        return [.. owners.SelectMany(owner => Replay(owner, all))];
    }

    /// <summary>Enters a payment that the exchange itself ordered.</summary>
    /// <exception cref="ArgumentException">No such owner is watched.</exception>
    public IReadOnlyList<AlertNotice> Expect(Withdrawal withdrawal)
    {
        int owner = Watch.Owners.TakeWhile(known => known.Name != withdrawal.Owner).Count();
        if (owner == Watch.Owners.Count)
        {
            throw new ArgumentException(
                $"Withdrawal {withdrawal.Id} names the owner '{withdrawal.Owner}', who is not watched; watched are {string.Join(", ", Watch.Owners.Select(known => known.Name))}.");
        }

        var told = Add(new() { Prices = Prices, Ordered = (owner, withdrawal) });
        Absorb();
        return told;
    }

    /// <summary>Values by other prices from now on; what came before keeps its worth, also when it is told again.</summary>
    public void Reprice(PriceBook prices)
    {
        Prices = prices;
        _worth.Use(prices);
        _reader.Forget();
    }

    /// <summary>Takes what a chain's wallets held before its first block, when that is known only after the watch began.</summary>
    /// <param name="completed">The watch list with the openings.</param>
    /// <exception cref="InvalidOperationException">A block of the chain was taken already.</exception>
    public void Open(ChainId chain, WatchList completed)
    {
        if (_marks.Heights.Any(mark => mark.Chain == chain))
        {
            throw new InvalidOperationException($"What {chain} held at the beginning was told after its first block.");
        }

        _worth.Trust(completed.Owners.SelectMany(owner => owner.Wallets).Where(wallet => wallet.Chain == chain).SelectMany(wallet => wallet.Opening.Keys));
        foreach (var (owner, purses) in new WatchIndex(completed).Purses.Select((purses, i) => (_base.Owners[i], purses)))
        {
            for (int i = 0; i < purses.Count; i++)
            {
                if (purses[i].Chain == chain)
                {
                    owner.Own(i).BeginWith(PurseState.Of(purses[i]));
                }
            }
        }
    }

    /// <summary>Ends the alerts that are open, when no more blocks will come.</summary>
    public IReadOnlyList<AlertNotice> Close()
    {
        var entry = new JournalEntry { Prices = Prices };
        _head.Close(_marks.Latest, entry.Told, entry.Touched);
        return [.. entry.Told.Select(told => _numbers.Numbered(told.Notice))];
    }

    private static IReadOnlyDictionary<Address, RecipientHistory> NoHistories { get; } = new Dictionary<Address, RecipientHistory>();
}

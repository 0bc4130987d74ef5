using System.Numerics;
using Spoor.Detection.Steps;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Owners;

/// <summary>All that is remembered of one owner at one moment; bounded, and cheap to copy because purses are shared until written.</summary>
internal sealed class OwnerState
{
    public const int MostRecipients = 1_024;
    public const int MostGrants = 64;

    /// <summary>Outflows are looked back at for this long.</summary>
    public static readonly TimeSpan OutflowWindow = TimeSpan.FromHours(2);

    /// <summary>For this long a new recipient, a grant or a top-up is remembered as recent.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(24);

    /// <summary>An ordered withdrawal that was not seen for so long is not waited for any more.</summary>
    public static readonly TimeSpan ExpectedFor = TimeSpan.FromDays(7);

    private readonly PurseState[] _purses;
    private readonly bool _isAhead;
    private readonly Dictionary<Address, MetRecipient> _recipients = [];
    private readonly SortedDictionary<ChainId, Queue<Address>> _met = [];

    public OwnerState(IReadOnlyList<PurseName> purses)
        : this(purses, purses.Select(PurseState.Of))
    {
    }

    private OwnerState(IReadOnlyList<PurseName> names, IEnumerable<PurseState> purses)
    {
        PurseNames = names;
        _purses = [.. purses];
    }

    private OwnerState(OwnerState from)
    {
        PurseNames = from.PurseNames;
        _purses = [.. from._purses];
        _isAhead = true;
        _recipients = new(from._recipients);
        _met = new(from._met.ToDictionary(ofChain => ofChain.Key, ofChain => new Queue<Address>(ofChain.Value)));
        Hours = from.Hours.Clone();
        Outflows = from.Outflows.Clone();
        TopUps = [.. from.TopUps];
        Grants = [.. from.Grants];
        PlannedUse = new(from.PlannedUse);
        Expected = from.Expected;
        Matched = from.Matched;
        Unmatched = [.. from.Unmatched];
        Missed = [.. from.Missed];
        Brought = from.Brought.Clone();
        Alert = from.Alert;
    }

    /// <summary>Whether it is the version that may be taken back.</summary>
    public bool IsAhead => _isAhead;

    public IReadOnlyList<PurseName> PurseNames { get; }

    public IReadOnlyList<PurseState> Purses => _purses;

    public RecentOutflows Outflows { get; } = new();

    /// <summary>Who was first paid within the last day, by chain and in that order.</summary>
    public IEnumerable<(Address Address, MetRecipient Met)> Recipients => _met.Values.SelectMany(met => met).Select(address => (address, _recipients[address]));

    public List<TopUp> TopUps { get; } = [];

    public List<Grant> Grants { get; } = [];

    /// <summary>How much of each planned movement was used, by its place in the list and asset.</summary>
    public SortedDictionary<(int Plan, AssetId Asset), BigInteger> PlannedUse { get; } = [];

    /// <summary>Withdrawals that were ordered and not yet seen.</summary>
    public ExpectedWithdrawals Expected { get; set; } = ExpectedWithdrawals.None;

    /// <summary>Withdrawals that covered a payment, so that none does so twice.</summary>
    public MatchedWithdrawals Matched { get; set; } = MatchedWithdrawals.None;

    public List<Unmatched> Unmatched { get; } = [];

    /// <summary>What left within the last day without an entry in the withdrawal log, by the hour.</summary>
    public List<Missed> Missed { get; } = [];

    /// <summary>What left by the hour, within the last day.</summary>
    public HoursOut Hours { get; } = new();

    /// <summary>Large amounts that others brought.</summary>
    public BroughtCoins Brought { get; } = new();

    public OpenAlert? Alert { get; set; }

    /// <summary>Whether time alone can change something: an alert may end, a grace may run out.</summary>
    public bool WaitsForTime => Alert is not null || Unmatched.Count > 0;

    /// <summary>An owner as a checkpoint has it; the rest is to be filled in.</summary>
    public static OwnerState Restored(IReadOnlyList<PurseName> names, IEnumerable<PurseState> purses) => new(names, purses);

    /// <summary>A version that goes ahead of this one and may be taken back.</summary>
    public OwnerState Above() => new(this);

    /// <summary>What is remembered of an address that was first paid within the last day; null for any other.</summary>
    public MetRecipient? Met(Address? address) => address is { } known ? _recipients.GetValueOrDefault(known) : null;

    /// <summary>A purse for writing.</summary>
    /// <remarks>The version below writes in place: what it takes in now the version ahead took in before, on a copy of its own.</remarks>
    public PurseState Own(int purse)
    {
        if (_isAhead && !_purses[purse].IsAhead)
        {
            _purses[purse] = _purses[purse].Above();
        }

        return _purses[purse];
    }

    /// <summary>Forgets what lies too far back, each by the clock of its own chain.</summary>
    public void Forget(ChainClocks clocks)
    {
        Outflows.Forget(clocks, OutflowWindow);
        foreach (var met in _met.Values)
        {
            while (met.TryPeek(out var oldest) && _recipients[oldest] is var recipient && clocks.IsPast(recipient.Chain, recipient.First, Memory))
            {
                Drop(met);
            }
        }

        Missed.RemoveAll(missed => clocks.IsPast(missed.Chain, missed.Hour, Memory));
        TopUps.RemoveAll(topUp => clocks.IsPast(PurseNames[topUp.Purse].Chain, topUp.Time, Memory));
        Grants.RemoveAll(grant => clocks.IsPast(grant.Chain, grant.Time, Memory));
        Expected = Expected.Without(clocks, ExpectedFor);
        if (clocks.Slowest is { } slowest)
        {
            Matched = Matched.Without(slowest - ExpectedFor);
            Hours.Forget(slowest);
            Brought.Forget(slowest - BroughtCoins.Memory);
        }
    }

    public void Meet(Address address, MetRecipient recipient)
    {
        if (!_recipients.ContainsKey(address))
        {
            MetOn(recipient.Chain).Enqueue(address);
        }

        _recipients[address] = recipient;
        if (_recipients.Count > MostRecipients)
        {
            Drop(_met.Values.Where(met => met.Count > 0).MinBy(met => _recipients[met.Peek()].First)!);
        }
    }

    /// <summary>Notes what left without an entry in the withdrawal log.</summary>
    public void Miss(ChainId chain, DateTimeOffset time, UsdValue usd)
    {
        var hour = new DateTimeOffset(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
        int place = Missed.FindIndex(missed => missed.Chain == chain && missed.Hour == hour);
        if (place < 0)
        {
            Missed.Add(new(chain, hour, usd));
            return;
        }

        Missed[place] = Missed[place] with { Usd = Missed[place].Usd + usd };
    }

    private Queue<Address> MetOn(ChainId chain)
    {
        if (!_met.TryGetValue(chain, out var met))
        {
            _met[chain] = met = new();
        }

        return met;
    }

    private void Drop(Queue<Address> met) => _recipients.Remove(met.Dequeue());

    /// <summary>What the owner is known to hold, by asset.</summary>
    public IEnumerable<(AssetId Asset, BigInteger Units)> Holdings() => Holdings(_ => true);

    /// <summary>What it is known to hold where a thief with the keys of daily business reaches it: not in cold wallets or the treasury.</summary>
    public IEnumerable<(AssetId Asset, BigInteger Units)> HotHoldings() => Holdings(IsHot);

    /// <summary>Whether all that is told of the hot wallets is known; else they may hold more.</summary>
    public bool IsHotKnown => Enumerable.Range(0, _purses.Length).Where(IsHot).All(i => _purses[i].Balances.Count > 0 && _purses[i].Balances.Values.All(balance => balance.IsKnown));

    private IEnumerable<(AssetId Asset, BigInteger Units)> Holdings(Func<int, bool> isMeant) =>
        _purses.Where((_, i) => isMeant(i)).SelectMany(purse => purse.Balances).Where(held => held.Value.Units.Sign > 0)
            .GroupBy(held => held.Key).OrderBy(group => group.Key)
            .Select(group => (group.Key, group.Aggregate(BigInteger.Zero, (sum, held) => sum + held.Value.Units)));

    private bool IsHot(int purse) => !PurseNames[purse].Wallets.TrueForAll(wallet => wallet.Use is WalletUse.Cold or WalletUse.Treasury);
}

using Spoor.Attribution.Linking;
using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Attribution;

/// <summary>Something two incidents share, the way to it on both sides, and what was done to refute it.</summary>
public sealed record Link
{
    public required LinkKind Kind { get; init; }

    /// <summary>What they share: a key, a deposit address, a funder, a collector, a counterparty.</summary>
    public required LabelSubject Pivot { get; init; }

    /// <summary>On the side of the incident asked about.</summary>
    public required LinkSide Here { get; init; }

    /// <summary>On the side of the other incident.</summary>
    public required LinkSide There { get; init; }

    /// <summary>The row of the likelihood table that says how much it weighs: <c>same-key-named</c>.</summary>
    public required string Evidence { get; init; }

    /// <summary>Every check that could have refuted it, in a fixed order.</summary>
    public required IReadOnlyList<CounterCheck> Checks { get; init; }

    /// <summary>The transactions it rests on, on both sides, in order; links that share one are not independent.</summary>
    public required IReadOnlyList<(ChainId Chain, TxHash Tx)> Transactions { get; init; }

    /// <summary>The labels it rests on: that of the exchange behind a deposit address.</summary>
    public IReadOnlyList<Label> Labels { get; init; } = [];

    /// <summary>The first day on which both sides were published; null when one never was.</summary>
    public required DateOnly? Known { get; init; }

    /// <summary>Whether it is claimed, kept as a candidate, or refuted.</summary>
    public required LinkStanding Standing { get; init; }

    /// <summary>Why it stands so, in a sentence.</summary>
    public required string Verdict { get; init; }

    /// <summary>How many of the sources are independent: those that repeat one another count once.</summary>
    public int Witnesses { get; init; }

    /// <summary>log10 of its likelihood ratio, by the built-in table.</summary>
    public decimal Weight => LinkEvidence.WeightOf(Evidence);

    /// <summary>The thing shared as the chain writes it on which it is met first.</summary>
    public string PivotText => Here.Paths.Concat(There.Paths).Select(TextIn).FirstOrDefault(text => text is not null) ?? Pivot.ToString()!;

    /// <summary>Whether no check failed; only then does it count, and only above the threshold is it claimed.</summary>
    public bool Stands => Checks.All(check => check.Outcome != CheckOutcome.Failed);

    public CounterCheck? CheckOf(string name) => Checks.FirstOrDefault(check => check.Name == name);

    /// <summary>The same link seen from the other incident.</summary>
    public Link Mirrored() => this with { Here = There, There = Here };

    private string? TextIn(LinkPath path)
    {
        var met = path.Steps.SelectMany(step => new[] { step.From, step.To }.OfType<Address>(), (step, party) => (step.Chain, Address: party));
        var named = path.Start.Subject is LabelSubject.OfAddress { Chain: { } chain } account ? [(chain, account.Address)] : Enumerable.Empty<(ChainId Chain, Address Address)>();
        return met.Concat(named).Where(one => KeyIdentity.Of(new LabelSubject.OfAddress(null, one.Address)) == Pivot)
            .Select(one => AddressText.Render(one.Chain, one.Address)).FirstOrDefault();
    }
}

/// <summary>What became of a link that was found.</summary>
public enum LinkStanding
{
    /// <summary>No check refuted it and it is strong enough.</summary>
    Claimed,

    /// <summary>No check refuted it, but it is weak, or what matters could not be checked.</summary>
    Candidate,

    /// <summary>A check found the innocent explanation.</summary>
    Refuted,
}

/// <summary>What kind of thing two incidents share.</summary>
public enum LinkKind
{
    /// <summary>The same key: one address on EVM chains, or the body of a Tron address.</summary>
    SameKey,

    /// <summary>Value went from one thief's addresses to the other's.</summary>
    Flow,

    /// <summary>Both deposited at the same address of an exchange.</summary>
    SharedDeposit,

    /// <summary>The first coins of both came from one funder (H-FUND).</summary>
    CommonFunder,

    /// <summary>Both gathered at one collector (H-SWEEP).</summary>
    CommonCollector,

    /// <summary>Both dealt with one address that is no service.</summary>
    CommonCounterparty,
}

/// <summary>All ways from one incident to what it shares with another: the thief's key may be named on several chains.</summary>
/// <param name="Case">The id of the incident.</param>
/// <param name="Paths">At least one, in order of chain and member.</param>
public sealed record LinkSide(string Case, IReadOnlyList<LinkPath> Paths)
{
    /// <summary>Keys of the sources that name the members, in order.</summary>
    public IReadOnlyList<string> Sources =>
        [.. Paths.SelectMany(path => path.Sources).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The chains on which the pivot is met, CAIP-2 or the name of the network, in order, each once.</summary>
    public IReadOnlyList<string> Chains =>
        [.. Paths.Select(path => path.Chain).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether the incident's own list names the pivot, so that no transfer is needed to get to it.</summary>
    public bool IsNamed => Paths.Any(path => path.Steps.Count == 0);
}

/// <summary>One way from an incident to what it shares with another.</summary>
/// <param name="Start">A member of the incident.</param>
/// <param name="Steps">The transfers from it (or to it) to the pivot, in order; empty when the member is the pivot.</param>
/// <param name="Sources">Keys of the sources that name the member and stand on the day asked about.</param>
public sealed record LinkPath(CaseMember Start, IReadOnlyList<Transfer> Steps, IReadOnlyList<string> Sources)
{
    /// <summary>Where the pivot is met.</summary>
    public string Chain => Steps.Count > 0 ? Steps[^1].Chain.Value : Start.Subject switch
    {
        LabelSubject.OfAddress { Chain: { } chain } => chain.Value,
        LabelSubject.Unread unread => unread.Network,
        _ => "",
    };
}

/// <summary>One attempt to refute a link.</summary>
/// <param name="Name">As its method page is called: <c>service</c>, <c>dust</c>.</param>
/// <param name="Reason">What was found, in a sentence.</param>
public sealed record CounterCheck(string Name, CheckOutcome Outcome, string Reason);

/// <summary>How an attempt to refute a link ended.</summary>
public enum CheckOutcome
{
    /// <summary>The innocent explanation was looked for and is excluded.</summary>
    Passed,

    /// <summary>The innocent explanation holds: the link is not claimed.</summary>
    Failed,

    /// <summary>There are no data to tell.</summary>
    NotChecked,
}

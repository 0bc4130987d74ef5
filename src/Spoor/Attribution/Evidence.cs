using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Attribution;

/// <summary>Something seen that speaks for or against one actor behind two thefts.</summary>
public sealed record Evidence
{
    public required Likelihood Likelihood { get; init; }

    /// <summary>What it was seen at: a key, a deposit address.</summary>
    public required string About { get; init; }

    /// <summary>What else it rests on: transactions. Two pieces that share any of it, or what they are about, are not independent.</summary>
    public IReadOnlyList<string> RestsOn { get; init; } = [];

    /// <summary>The beginnings of what its sources say, where it rests on their word and on no transaction: two keys told by one witness are not independent.</summary>
    public IReadOnlyList<string> ToldBy { get; init; } = [];

    /// <summary>How far those who named the key can be relied on; null where it rests on no list alone.</summary>
    public Naming? Naming { get; init; }

    /// <summary>The link it comes from; null where it is no link.</summary>
    public Link? Link { get; init; }

    /// <summary>What it weighs: the weight of the table, mixed with nothing (a ratio of one) as far as the naming may be wrong.</summary>
    public decimal Log10 => Naming is { IsInFull: false } naming ? LogOdds.Mixed(Likelihood.Log10, naming.Probability) : Likelihood.Log10;

    /// <param name="without">Sources that are set aside.</param>
    /// <exception cref="FormatException">The table does not weigh links of this kind, or a source has a grade that is none.</exception>
    public static Evidence Of(Link link, TheftCase here, TheftCase there, IReadOnlySet<string> without)
    {
        var namedHere = Standing(here, link.Here, without);
        var namedThere = Standing(there, link.There, without);
        return new()
        {
            Likelihood = LikelihoodTable.Builtin.Find(link.Evidence),
            About = NameOf(link.Pivot),
            RestsOn = [.. link.Transactions.Select(transaction => $"{transaction.Chain}:{transaction.Tx.Render(transaction.Chain)}")],
            ToldBy = link.Transactions.Count > 0 ? [] : [.. namedHere.SelectMany(here.Sources.RootsOf).Concat(namedThere.SelectMany(there.Sources.RootsOf)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Naming = RestsOnLists(link) ? Naming.Of((here.Sources, namedHere), (there.Sources, namedThere)) : null,
            Link = link,
        };
    }

    // A key that was seen to spend is the thief's only if the lists are right about it, too.
    private static bool RestsOnLists(Link link) => link.Evidence is LinkEvidence.SameKeyNamed or LinkEvidence.SameKeySpent;

    private static IReadOnlyList<string> Standing(TheftCase incident, LinkSide side, IReadOnlySet<string> without) =>
        [.. side.Sources.Where(source => incident.Sources.StandsWithout(source, without))];

    // The key and not the account: what is seen at one address on two chains is seen at one thing.
    private static string NameOf(LabelSubject pivot) =>
        pivot is LabelSubject.OfAddress { Address: var address } ? AddressText.RenderKey(address) : pivot.ToString();
}

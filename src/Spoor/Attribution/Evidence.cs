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

    /// <summary>The link it comes from; null where it is no link.</summary>
    public Link? Link { get; init; }

    /// <exception cref="FormatException">The table does not weigh links of this kind.</exception>
    public static Evidence Of(Link link, LikelihoodTable table) => new()
    {
        Likelihood = table.Find(link.Evidence),
        About = NameOf(link.Pivot),
        RestsOn = [.. link.Transactions.Select(transaction => $"{transaction.Chain}:{transaction.Tx.Render(transaction.Chain)}")],
        Link = link,
    };

    // The key and not the account: what is seen at one address on two chains is seen at one thing.
    private static string NameOf(LabelSubject pivot) =>
        pivot is LabelSubject.OfAddress { Address: var address } ? AddressText.RenderKey(address) : pivot.ToString();
}

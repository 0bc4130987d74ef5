using System.Collections.Immutable;
using Spoor.Transfers;

namespace Spoor.Detection.Owners;

/// <summary>Which calls a purse makes when it sends.</summary>
/// <param name="Sent">Transactions seen that the owner sent.</param>
/// <param name="Selectors">Calls it has made, 0 for a plain payment; at most <see cref="MostSelectors"/>.</param>
internal sealed record SendingManner(long Sent, ImmutableSortedSet<uint> Selectors)
{
    public const int MostSelectors = 32;

    public static readonly SendingManner None = new(0, []);

    public SendingManner After(SentTransaction sent)
    {
        uint selector = sent.Selector ?? 0;
        bool isOld = Selectors.Contains(selector) || Selectors.Count >= MostSelectors;
        return new(Sent + 1, isOld ? Selectors : Selectors.Add(selector));
    }
}

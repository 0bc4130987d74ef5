using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Attribution.Linking;

/// <summary>Where an incident's thief was, as far as it was known on the day asked about and the store shows.</summary>
internal sealed class CaseFootprint
{
    private readonly Dictionary<LabelSubject, List<Foothold>> _byKey = [];

    public CaseFootprint(TheftCase theft, IReadOnlyList<Foothold> footholds, FootprintHistories histories)
    {
        Case = theft;
        Footholds = footholds;
        Histories = histories;
        foreach (var foothold in footholds)
        {
            if (!_byKey.TryGetValue(foothold.Key, out var ofKey))
            {
                _byKey[foothold.Key] = ofKey = [];
            }

            ofKey.Add(foothold);
        }
    }

    public TheftCase Case { get; }

    /// <summary>Named ones first, then reached ones; each in order of subject.</summary>
    public IReadOnlyList<Foothold> Footholds { get; }

    public FootprintHistories Histories { get; }

    public IEnumerable<LabelSubject> Keys => _byKey.Keys;

    /// <summary>The footholds of a key; the named ones alone where there are any.</summary>
    public IReadOnlyList<Foothold> Of(LabelSubject key)
    {
        var all = _byKey.GetValueOrDefault(key) ?? [];
        var named = all.FindAll(foothold => foothold.IsNamed);
        return named.Count > 0 ? named : all;
    }

    public bool Names(LabelSubject key) => _byKey.TryGetValue(key, out var all) && all.Exists(foothold => foothold.IsNamed);

    /// <summary>The path that shows a foothold's own way, to go on from.</summary>
    public LinkSide Side(IEnumerable<LinkPath> paths) => new(Case.Id, LinkPaths.InOrder(paths));
}

/// <summary>The transfers of an incident's footholds: those named and those the flow was followed through.</summary>
/// <param name="Of">By chain and address, in position order; an address too busy to be a person's is absent.</param>
internal sealed record FootprintHistories(IReadOnlyDictionary<(ChainId Chain, Address Address), IReadOnlyList<Transfer>> Of)
{
    public static readonly FootprintHistories None = new(new Dictionary<(ChainId, Address), IReadOnlyList<Transfer>>());
}

namespace Spoor.Attribution;

/// <summary>The incidents that links tie together, and the best way from one to every other.</summary>
public sealed class CaseWeb
{
    private readonly AttributionRequest _request;
    private readonly IReadOnlyDictionary<string, TheftCase> _cases;
    private readonly ILookup<(string, string), Link> _links;

    public CaseWeb(AttributionRequest request)
    {
        _request = request;
        _cases = request.CasesById();
        _links = request.Links.Where(link => link.Here.Case != link.There.Case && request.Admits(link, _cases))
            .ToLookup(link => PairOf(link.Here.Case, link.There.Case));
    }

    /// <summary>The incidents that share anything at all with one, in order of probability and id.</summary>
    public IReadOnlyList<CaseRelation> RelationsOf(TheftCase incident) =>
    [
        .. _cases.Values.Where(other => other.Id != incident.Id && _links.Contains(PairOf(incident.Id, other.Id)))
            .Select(other => Relation(incident, other))
            .OrderByDescending(relation => relation.Probability).ThenBy(relation => relation.There.Id, StringComparer.Ordinal),
    ];

    /// <summary>The most probable chain of incidents with one actor to every incident that can be reached, in order of probability, length and id.</summary>
    /// <remarks>
    /// Several chains to one incident are not added up: they share incidents and sources, so only the best counts. Every step
    /// lowers the product, so the nearest incident that is still open is settled (Dijkstra 1959).
    /// </remarks>
    public IReadOnlyList<IReadOnlyList<CaseRelation>> Chains()
    {
        Dictionary<string, IReadOnlyList<CaseRelation>> open = new(StringComparer.Ordinal) { [_request.Case.Id] = [] };
        Dictionary<string, IReadOnlyList<CaseRelation>> settled = new(StringComparer.Ordinal);
        while (open.Count > 0)
        {
            string nearest = open.OrderByDescending(entry => ActorRoute.ProductOf(entry.Value)).ThenBy(entry => entry.Value.Count).ThenBy(entry => entry.Key, StringComparer.Ordinal).First().Key;
            open.Remove(nearest, out var chain);
            settled[nearest] = chain ?? [];
            foreach (var step in RelationsOf(_cases[nearest]).Where(step => step.HasEvidence && !settled.ContainsKey(step.There.Id)))
            {
                Offer(open, [.. settled[nearest], step]);
            }
        }

        settled.Remove(_request.Case.Id);
        return [.. settled.Values.OrderByDescending(ActorRoute.ProductOf).ThenBy(chain => chain.Count).ThenBy(chain => chain[^1].There.Id, StringComparer.Ordinal)];
    }

    private static void Offer(Dictionary<string, IReadOnlyList<CaseRelation>> open, IReadOnlyList<CaseRelation> chain)
    {
        string end = chain[^1].There.Id;
        if (!open.TryGetValue(end, out var known) || ActorRoute.ProductOf(known) < ActorRoute.ProductOf(chain))
        {
            open[end] = chain;
        }
    }

    private CaseRelation Relation(TheftCase here, TheftCase there) => CaseRelation.Of(
        here, there, [.. _links[PairOf(here.Id, there.Id)].Select(link => link.Here.Case == here.Id ? link : link.Mirrored())], _request);

    private static (string, string) PairOf(string one, string other) => string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one);
}

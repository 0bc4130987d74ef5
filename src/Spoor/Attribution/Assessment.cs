namespace Spoor.Attribution;

/// <summary>Who is behind an incident, how probable that is, and what it rests on.</summary>
public sealed record Assessment
{
    public required AttributionRequest Request { get; init; }

    /// <summary>What the incident shares with each other one, the most probable first.</summary>
    public required IReadOnlyList<CaseRelation> Relations { get; init; }

    /// <summary>The best chain to every incident that is reached over evidence, the most probable first.</summary>
    public required IReadOnlyList<IReadOnlyList<CaseRelation>> Chains { get; init; }

    /// <summary>The ways to actors named by authorities, the most probable first; of those to one actor only the first counts.</summary>
    public required IReadOnlyList<ActorRoute> Routes { get; init; }

    /// <summary>Who else named an actor for this very incident: repeats what is seen on the chain, and adds nothing.</summary>
    public required IReadOnlyList<NamedActor> Repeated { get; init; }

    /// <summary>The best way to each actor.</summary>
    public IReadOnlyList<ActorRoute> BestByActor => [.. Routes.DistinctBy(route => route.Actor, StringComparer.OrdinalIgnoreCase)];

    /// <summary>The best way of all; null where no authority named anybody within reach.</summary>
    public ActorRoute? Best => Routes.Count > 0 ? Routes[0] : null;

    /// <summary>The incident that most probably has the same actor; null where nothing counts.</summary>
    public CaseRelation? Closest => Relations.FirstOrDefault(relation => relation.HasEvidence);

    public Verdict Verdict =>
        BestByActor.Count(route => route.Label != ClaimLabel.None) > 1 ? Verdict.TwoActors
        : Best is { Label: not ClaimLabel.None } ? Verdict.Actor
        : Closest is { Label: not ClaimLabel.None } ? Verdict.SameActor
        : Verdict.CannotTell;

    /// <summary>Sources that the result rests on, in order of key.</summary>
    public IReadOnlyList<string> Sources =>
    [
        .. Chains.SelectMany(chain => chain)
            .SelectMany(step => step.WitnessesHere.Concat(step.WitnessesThere).SelectMany(group => group))
            .Concat(Routes.Select(route => route.Named.Finding.Source))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>Weighs what the request holds.</summary>
    /// <exception cref="FormatException">A link without a weight, a source with a grade that is none, or two incidents of one id.</exception>
    public static Assessment Of(AttributionRequest request)
    {
        var web = new CaseWeb(request);
        var chains = web.Chains();
        var named = NamedActor.Of(request.Case, request.AsOf, request.Without);
        return new()
        {
            Request = request,
            Relations = web.RelationsOf(request.Case),
            Chains = chains,
            Routes = RoutesOf(request, chains.Prepend([])),
            Repeated = [.. named.Where(one => !one.IsByAuthority)],
        };
    }

    private static IReadOnlyList<ActorRoute> RoutesOf(AttributionRequest request, IEnumerable<IReadOnlyList<CaseRelation>> chains) =>
    [
        .. chains
            .SelectMany(chain => NamedActor.Of(chain.Count == 0 ? request.Case : chain[^1].There, request.AsOf, request.Without)
                .Where(named => named.IsByAuthority)
                .Select(named => new ActorRoute(chain, named)))
            .OrderByDescending(route => route.Probability).ThenBy(route => route.Steps.Count)
            .ThenBy(route => route.Named.Finding.Made).ThenBy(route => route.Named.Finding.Source, StringComparer.Ordinal),
    ];
}

/// <summary>What can be said of who is behind an incident.</summary>
public enum Verdict
{
    /// <summary>Nothing that reaches the threshold.</summary>
    CannotTell,

    /// <summary>The actor of another incident, whose name cannot be told.</summary>
    SameActor,

    /// <summary>An actor by name.</summary>
    Actor,

    /// <summary>Two actors by name, each above the threshold: whether they are one actor is not known, so none is named.</summary>
    TwoActors,
}

namespace Spoor.Attribution;

/// <summary>One way from an incident to an actor: over incidents with the same actor to the one an authority has put on a name.</summary>
/// <remarks>
/// P(X is the actor's) = P(X has the actor of Y) · P(Y is the actor's) + ε, where ε is the chance that the actor did X while
/// X and Y have different actors. Spoor takes ε as 0: the figure is a lower bound and never rests on a suspicion.
/// </remarks>
/// <param name="Steps">From the incident asked about; empty when the finding is about it.</param>
public sealed record ActorRoute(IReadOnlyList<CaseRelation> Steps, NamedActor Named)
{
    public string Actor => Named.Actor;

    /// <summary>P(one actor behind both ends): the product over the steps.</summary>
    public decimal SameActor => ProductOf(Steps);

    /// <summary>The product of both factors.</summary>
    public decimal Probability => Rounded(SameActor * Named.Probability);

    public bool IsDirect => Steps.Count == 0;

    public AnalyticConfidence Confidence => IsDirect ? ByGrade : Steps.Select(step => step.Confidence).Append(ByGrade).Min();

    /// <summary>What may be written beside the name: an authority on this incident confirms it, arithmetic never does.</summary>
    public ClaimLabel Label => IsDirect
        ? Named.Probability >= LabelPolicy.SuspectedFrom ? ClaimLabel.Confirmed : ClaimLabel.None
        : LabelPolicy.Of(Probability, Steps.Min(step => step.Posterior.Supporting), Steps.All(step => step.Posterior.HasDeterministic), Steps.Min(step => step.Witnesses));

    /// <summary>The probability in words: over links a lower bound, by a finding what its grade is taken for; below the threshold it says nothing against the actor either.</summary>
    public string Words
    {
        get
        {
            string figure = IsDirect ? $"{Written.Percent(Probability)} by the grade of the finding, {Named.Grade}" : $"at least {Written.Percent(Probability)}";
            return Label == ClaimLabel.None ? $"{figure}, too little to tell" : IsDirect ? figure : $"{figure}, {EstimativeLanguage.Of(Probability)}";
        }
    }

    /// <summary>Ten decimals, as every probability; a product of several keeps no digits that mean nothing.</summary>
    public static decimal ProductOf(IEnumerable<CaseRelation> steps) =>
        steps.Aggregate(1m, (product, step) => Rounded(product * step.Probability));

    // Confidence is about the ground: a source of which more than "probably true" is doubted is a low one.
    private AnalyticConfidence ByGrade => Named.Probability switch
    {
        > 0.75m => AnalyticConfidence.High,
        > 0.5m => AnalyticConfidence.Moderate,
        _ => AnalyticConfidence.Low,
    };

    private static decimal Rounded(decimal probability) => Math.Round(probability, 10);
}

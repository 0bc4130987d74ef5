namespace Spoor.Attribution;

/// <summary>How much a kind of evidence weighs for one actor behind two thefts, and where that figure comes from.</summary>
public sealed record Likelihood
{
    /// <summary>How links name it: <c>same-key-named</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What was seen, in a sentence without its end.</summary>
    public required string Title { get; init; }

    public required EvidenceClass Class { get; init; }

    /// <summary>The logarithm to base ten of P(seen | one actor) / P(seen | unrelated actors); below 0 it counts against one actor.</summary>
    public required decimal Log10 { get; init; }

    /// <summary>What the kind of evidence rests on.</summary>
    public required string Source { get; init; }

    /// <summary>How often it errs, or that nobody measured it.</summary>
    public required string Error { get; init; }

    /// <summary>Whether anything in Spoor gives out such evidence yet; the other rows are what practice knows besides.</summary>
    public required bool IsProduced { get; init; }

    /// <summary>The page of <c>docs/methods</c> that describes it.</summary>
    public required string Method { get; init; }
}

/// <summary>How evidence comes about, the firmest first.</summary>
public enum EvidenceClass
{
    /// <summary>By identity: one key, one message id.</summary>
    Deterministic,

    /// <summary>By the way value moved.</summary>
    Structural,

    /// <summary>By habits; all of it together weighs little.</summary>
    Behavioural,

    /// <summary>Said by somebody who saw the other evidence; weighs nothing of its own.</summary>
    Derived,
}

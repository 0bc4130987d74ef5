namespace Spoor.Labels;

/// <summary>Two things that are said of one address or transaction and cannot both be true.</summary>
/// <param name="Subject">Without a chain where the labels are not all on one.</param>
/// <param name="AcrossChains">Whether the two sides speak of the same key, but never on the same chain.</param>
/// <param name="One">The side that blames, or whose claim comes first.</param>
/// <param name="Independent">Whether no source of one side has a beginning in common with a source of the other.</param>
public sealed record LabelConflict(
    LabelConflictKind Kind, LabelSubject Subject, bool AcrossChains, LabelSide One, LabelSide Other, bool Independent)
{
    /// <summary>Above zero when the first side weighs more, below when the second does.</summary>
    public decimal Balance => One.Weight - Other.Weight;
}

/// <summary>What two labels disagree on.</summary>
public enum LabelConflictKind
{
    /// <summary>A thief, and a token or another contract that nobody owns.</summary>
    PerpetratorContract,

    /// <summary>A thief, and an exchange or another service.</summary>
    PerpetratorService,

    /// <summary>Two different actors.</summary>
    TwoActors,
}

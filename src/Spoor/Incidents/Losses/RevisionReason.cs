namespace Spoor.Incidents.Losses;

/// <summary>What happened to a row between two estimates, for a table of reasons.</summary>
public enum RevisionReason
{
    ChainAdded,
    AssetAdded,
    RowAdded,
    Retracted,
    AmountLearned,
    AmountCorrected,
    Repriced,
    Reclassified,
}

/// <summary>Reads the reasons off a row's change; several may hold at once.</summary>
public static class RevisionReasons
{
    public static IReadOnlyList<RevisionReason> Of(RowRevision change) => change switch
    {
        { Before: null } => [RevisionReason.RowAdded],
        { After: null } => [RevisionReason.Retracted],
        { Before: { } before, After: { } after } => [.. Changed(before, after)],
    };

    /// <summary>As <see cref="Of(RowRevision)"/>, and whether an added row brings a chain or an asset that was not there.</summary>
    public static IReadOnlyList<RevisionReason> Of(RowRevision change, ValuedEstimate from) => Of(change) is [RevisionReason.RowAdded]
        ? [AddedTo(from, change.After!.Row)]
        : Of(change);

    public static string NameOf(RevisionReason reason) => reason switch
    {
        RevisionReason.ChainAdded => "chain added",
        RevisionReason.AssetAdded => "asset added",
        RevisionReason.RowAdded => "row added",
        RevisionReason.Retracted => "retracted",
        RevisionReason.AmountLearned => "amount learned",
        RevisionReason.AmountCorrected => "amount corrected",
        RevisionReason.Repriced => "re-priced",
        RevisionReason.Reclassified => "reclassified",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "A reason without a name."),
    };

    private static RevisionReason AddedTo(ValuedEstimate from, LossRow row) =>
        from.Rows.All(known => known.Row.Asset.Chain != row.Asset.Chain) ? RevisionReason.ChainAdded
        : from.Rows.All(known => known.Row.Asset != row.Asset) ? RevisionReason.AssetAdded
        : RevisionReason.RowAdded;

    private static IEnumerable<RevisionReason> Changed(ValuedRow before, ValuedRow after)
    {
        if (before.Row.Amount != after.Row.Amount)
        {
            yield return before.Row.Amount is null ? RevisionReason.AmountLearned : RevisionReason.AmountCorrected;
        }

        if (before.Quote.Price?.Usd != after.Quote.Price?.Usd)
        {
            yield return RevisionReason.Repriced;
        }

        if (before.Row.Class != after.Row.Class)
        {
            yield return RevisionReason.Reclassified;
        }
    }
}

namespace Spoor.Storage.DuckDb.Import;

/// <summary>What a user can ask of an import.</summary>
public sealed record ImportOptions
{
    public OnBadRow OnBadRow { get; init; } = OnBadRow.Stop;

    /// <summary>Where faulty rows are written; null for the file's name with <c>.rejects.csv</c> after it.</summary>
    public string? RejectsFile { get; init; }
}

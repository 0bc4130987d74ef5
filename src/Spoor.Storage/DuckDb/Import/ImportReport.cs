namespace Spoor.Storage.DuckDb.Import;

/// <summary>What became of the rows of one file; <c>Rows = Moved + skipped + Refused + Bad</c>, always.</summary>
public sealed record ImportReport
{
    /// <summary>The file's name without its folder.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the file's bytes, 64 hex digits.</summary>
    public required string Sha256 { get; init; }

    public required string Format { get; init; }

    public required string Chain { get; init; }

    public required long Rows { get; init; }

    /// <summary>Rows that stand for at least one transfer.</summary>
    public required long Moved { get; init; }

    /// <summary>Rows that move nothing, by reason; reasons with no row are left out.</summary>
    public required IReadOnlyList<SkippedRows> Skipped { get; init; }

    /// <summary>Rows with an amount of 2^128 or more, which no honest asset has.</summary>
    public required long Refused { get; init; }

    /// <summary>The first of the refused rows.</summary>
    public required IReadOnlyList<RefusedAmount> Refusals { get; init; }

    /// <summary>Faulty rows that were left out, see <see cref="OnBadRow.Report"/>.</summary>
    public required long Bad { get; init; }

    /// <summary>Where the faulty rows were written; null when there are none.</summary>
    public required string? RejectsFile { get; init; }

    /// <summary>Transfers new to the store.</summary>
    public required long Added { get; init; }

    /// <summary>Transfers the store held already, or that the file repeats.</summary>
    public required long Known { get; init; }

    /// <summary>Transfers whose amount the file gives with fewer digits than it has.</summary>
    public required long Rounded { get; init; }

    /// <summary>Transfers held before of which the file knows the place, the time or the amount better.</summary>
    internal long Corrected { get; init; }

    /// <summary>Rows that move nothing, whatever the reason.</summary>
    public long SkippedTotal => Skipped.Sum(skipped => skipped.Rows);
}

/// <summary>How many rows move nothing for one reason.</summary>
public sealed record SkippedRows(string Reason, long Rows);

/// <summary>An amount that does not fit 128 bits, and what it is an amount of.</summary>
public sealed record RefusedAmount(string Asset, string Amount);

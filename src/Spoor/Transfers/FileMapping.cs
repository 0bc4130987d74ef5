namespace Spoor.Transfers;

/// <summary>How a file is parsed before its columns are understood.</summary>
public enum FileReader
{
    Csv,
    Parquet,
    JsonLines,
}

/// <summary>How the columns of one file become transfers: what a format knows, as data a store can carry out in bulk.</summary>
/// <remarks>
/// The expressions are SQL over the file's own columns, in the dialect of the engine whose readers parse the file
/// (DuckDB). To this project they are opaque: <c>Spoor.Chains</c> writes them, <c>Spoor.Storage</c> runs them, and
/// neither needs the other. A million rows then enter the store without becoming a million objects first.
/// </remarks>
public sealed record FileMapping
{
    /// <summary>The format's name as <c>--format</c> takes it.</summary>
    public required string Format { get; init; }

    public required string Path { get; init; }

    public required FileReader Reader { get; init; }

    public required ChainId Chain { get; init; }

    /// <summary>The columns read, as they stand in the file.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>What every row must satisfy; the first that fails names the row's fault.</summary>
    public required IReadOnlyList<FileCheck> Checks { get; init; }

    /// <summary>Why a well-formed row moves nothing, in order of precedence; the first that holds names the reason.</summary>
    public required IReadOnlyList<FileSkip> Skips { get; init; }

    /// <summary>The movements a row stands for; one row can be several (its value and its fee).</summary>
    public required IReadOnlyList<FileMovement> Movements { get; init; }

    /// <summary>Whether the file states the order inside a block, or it must be inferred (<c>docs/transfers.md</c>).</summary>
    public required bool StatesOrder { get; init; }
}

/// <summary>A condition on one column: an SQL predicate true for good rows, and what to say when it is not.</summary>
public sealed record FileCheck(string Column, string Holds, string Expected);

/// <summary>A reason for which a row moves nothing, such as <c>reverted</c>, and the SQL predicate that detects it.</summary>
public sealed record FileSkip(string Reason, string When);

/// <summary>One movement of a row, as SQL expressions for the columns of a transfer; <see cref="When"/> says for which rows.</summary>
public sealed record FileMovement
{
    public string When { get; init; } = "true";

    public required TransferKind Kind { get; init; }

    public required string Block { get; init; }

    public string TxIndex { get; init; } = "0";

    public required Phase Phase { get; init; }

    public string Index { get; init; } = "0";

    public required string Time { get; init; }

    public required string Tx { get; init; }

    public string From { get; init; } = "NULL";

    public string To { get; init; } = "NULL";

    /// <summary>The reference part of the CAIP-19 name.</summary>
    public required string Asset { get; init; }

    /// <summary>Text or number; whole units.</summary>
    public required string Amount { get; init; }

    public string Quality { get; init; } = "0";

    public string OutputTx { get; init; } = "NULL";

    public string OutputIndex { get; init; } = "NULL";
}

namespace Spoor.Transfers;

/// <summary>How the columns of one file become transfers: what a format knows, as data a store can carry out in bulk.</summary>
/// <remarks>
/// <para>
/// The expressions are SQL over the file's columns, in the dialect of the engine whose readers parse the file (DuckDB).
/// To this project they are opaque: <c>Spoor.Chains</c> writes them, <c>Spoor.Storage</c> runs them, and neither needs
/// the other. A million rows then enter the store without becoming a million objects first.
/// </para>
/// <para>
/// Every column reaches the expressions as text, whatever the file holds (bytes as <c>0x…</c>), except those given a
/// type of their own in <see cref="Columns"/>; an empty field is null. Besides the engine's functions there are
/// <c>account_blob(text)</c> and <c>hash_blob(text)</c> (EVM hex to bytes), <c>checksum_holds(text)</c> (EIP-55), <c>address_bytes(chain, text)</c> (null unless valid), <c>whole_units(text)</c>
/// (null unless whole), <c>amount_quality(text)</c> and <c>created_address(creator, nonce)</c>.
/// </para>
/// </remarks>
public sealed record FileMapping
{
    /// <summary>The format's name as <c>--format</c> takes it.</summary>
    public required string Format { get; init; }

    public required FileShape File { get; init; }

    /// <summary>The chain, or the chains when the rows name their own.</summary>
    public required string Chain { get; init; }

    /// <summary>The chain of a row, as CAIP-2 text.</summary>
    public required string ChainOf { get; init; }

    /// <summary>The columns read; for a nested column of JSON its type, else text.</summary>
    public required IReadOnlyList<FileColumn> Columns { get; init; }

    /// <summary>
    /// Columns worked out from those of the file before anything else, each from those before it; they may look at other rows
    /// (window functions) and order them by <c>file_row</c>.
    /// </summary>
    public IReadOnlyList<FileDerivation> Derivations { get; init; } = [];

    /// <summary>What every row must satisfy; the first that fails names the row's fault.</summary>
    public required IReadOnlyList<FileCheck> Checks { get; init; }

    /// <summary>Why a well-formed row moves nothing, in order of precedence; the first that holds names the reason.</summary>
    public required IReadOnlyList<FileSkip> Skips { get; init; }

    /// <summary>The movements a row stands for; one row can be several (its value and its fee).</summary>
    public required IReadOnlyList<FileMovement> Movements { get; init; }

    /// <summary>What the file says about the order inside a block.</summary>
    public required StatedOrder Order { get; init; }
}

/// <summary>How much of the order inside a block a file states.</summary>
public enum StatedOrder
{
    /// <summary>Only the block: the rest is inferred by <see cref="BlockOrder"/>.</summary>
    Block,

    /// <summary>The place among the logs of the block, but not the index of the transaction.</summary>
    Log,

    /// <summary>Transaction index and place inside it.</summary>
    Full,
}

/// <summary>A column a format works out, as an SQL expression.</summary>
public sealed record FileDerivation(string Name, string Expression);

/// <summary>A condition on one column: an SQL predicate true for good rows, and what to say when it is not.</summary>
/// <param name="Column">The column named in the message.</param>
/// <param name="Holds">True for good rows.</param>
/// <param name="Expected">What a reader should have found, after the word "expected".</param>
/// <param name="Screen">
/// A cheaper predicate that is enough in the fast pass because the conversion of the column refuses whatever else is wrong;
/// null to use <paramref name="Holds"/>. A row that fails either is judged by <paramref name="Holds"/> in the end.
/// </param>
public sealed record FileCheck(string Column, string Holds, string Expected, string? Screen = null);

/// <summary>A reason for which a row moves nothing, such as <c>reverted</c>, and the SQL predicate that detects it.</summary>
public sealed record FileSkip(string Reason, string When);

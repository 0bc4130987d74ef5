using Spoor.Transfers;

namespace Spoor.Chains.Files;

/// <summary>A file layout Spoor can import: the columns it is known by, and how they become transfers.</summary>
/// <param name="Name">As <c>--format</c> takes it.</param>
/// <param name="Family">Which chains such a file can be of.</param>
/// <param name="Required">The columns without which a file is not of this format; others may be there in any order.</param>
/// <param name="Map">The mapping for a file of this format on a chain.</param>
public sealed record FileFormat(
    string Name, FileFamily Family, IReadOnlyList<string> Required, Func<FileShape, ChainId, FileMapping> Map)
{
    /// <summary>The required columns a file does not have.</summary>
    public IReadOnlyList<string> MissingIn(FileShape file) => [.. Required.Where(column => !file.Has(column))];
}

/// <summary>What <c>--chain</c> means for a file, and what it is when nobody says.</summary>
public enum FileFamily
{
    /// <summary>Any EVM chain; Ethereum unless told.</summary>
    Evm,

    /// <summary>Bitcoin or a relative of it; Bitcoin unless told.</summary>
    Utxo,

    /// <summary>The rows name their chains.</summary>
    Stated,
}

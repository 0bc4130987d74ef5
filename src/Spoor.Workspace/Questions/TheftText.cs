using System.Globalization;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Workspace.Questions;

/// <summary>A theft as people type it: a transaction, or one transfer of it.</summary>
public static class TheftText
{
    /// <param name="text">TX, TX:INDEX, or TX:PHASE:INDEX where the index alone names several.</param>
    /// <param name="chain">Null: Ethereum, for a hash with 0x.</param>
    /// <exception cref="FormatException">The text is no such thing, or the chain is not told.</exception>
    public static TheftClaim Parse(string text, ChainId? chain)
    {
        string[] parts = text.Split(':');
        int index = 0;
        var phase = parts.Length == 3 && byte.TryParse(parts[1], out byte number) ? (Phase)number : (Phase?)null;
        if (parts.Length > 3 || !TxHash.TryParse(parts[0], out var tx)
            || (parts.Length > 1 && !int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out index))
            || (parts.Length == 3 && !(phase is { } named && Enum.IsDefined(named))))
        {
            throw new FormatException($"Expected a transaction hash, or one with a transfer after it as TX:INDEX or TX:PHASE:INDEX, found '{text}'.");
        }

        var on = chain ?? (text.StartsWith("0x", StringComparison.Ordinal)
            ? ChainRegistry.Find("ethereum").Id
            : throw new FormatException($"Expected --chain beside a hash without 0x, found only '{text}'."));
        return new TheftClaim.ByTransaction(on, tx, parts.Length > 1 ? index : null, phase);
    }
}

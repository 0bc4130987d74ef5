using Spoor.Transfers;
using Spoor.Transfers.Codecs;

namespace Spoor.Chains.Files.Labels;

/// <summary>Tells a text that was an address once, and lost or changed a character, from a text that is none at all.</summary>
/// <remarks>
/// Published lists hold such addresses, and a whole list must not be lost for them. Kept as written they can match no
/// address, so nothing false follows. A good address of another chain is not damaged but misplaced.
/// </remarks>
internal static class DamagedAddress
{
    private const string HexPrefix = "0x";

    // Three digits too few or too many; half an address, or a transaction hash, is no slip of the pen.
    private const int MinHexDigits = 37;
    private const int MaxHexDigits = 43;

    // One character less and two more than Base58Check gives for 20 bytes and a version.
    private const int MinBase58 = 25;
    private const int MaxBase58 = 36;

    // Without a checksum only the length and the alphabet can be wrong.
    private const int MinSolana = 31;
    private const int MaxSolana = 46;

    // Of the data part: 20 bytes with their checksum at the least, and a little less; the limit of BIP 173.
    private const int MinBech32 = 34;
    private const int MaxBech32 = 87;

    // In the order in which a text without a chain is tried; Solana has no shape of its own.
    private static readonly Chain[] Guesses = [.. ChainRegistry.Known.Where(chain => chain.Family != ChainFamily.Solana)];

    /// <summary>The chain whose addresses look so, the first of those that write them alike; null for a text that is none.</summary>
    public static Chain? ChainOf(string text) => Array.Find(Guesses, chain => Fits(chain, text));

    /// <summary>Whether a text that does not decode on a chain has the shape of its addresses.</summary>
    public static bool Fits(Chain chain, string text)
    {
        bool hasShape = chain.Family switch
        {
            ChainFamily.Evm => IsHex(text),
            ChainFamily.Tron => IsHex(text) || IsBase58(text, "Tt"),
            ChainFamily.Xrp => IsBase58(text, "r"),
            ChainFamily.Solana => text.Length is >= MinSolana and <= MaxSolana && IsMixture(text),
            _ => IsUtxo(chain, text),
        };
        return hasShape && !ChainRegistry.Known.Any(known => AddressText.TryParse(known.Id, text, out _));
    }

    private static bool IsHex(string text) =>
        text.StartsWith(HexPrefix, StringComparison.OrdinalIgnoreCase)
        && text.Length - HexPrefix.Length is >= MinHexDigits and <= MaxHexDigits
        && text.Skip(HexPrefix.Length).All(char.IsAsciiHexDigit);

    // Letters that Base58 leaves out are allowed: writing all in lower case makes an l of an L.
    private static bool IsBase58(string text, string beginnings) =>
        text.Length is >= MinBase58 and <= MaxBase58 && beginnings.Contains(text[0]) && IsMixture(text);

    private static bool IsUtxo(Chain chain, string text)
    {
        var format = chain.Addresses as UtxoAddressFormat;
        return IsBase58(text, BeginningsOf(chain)) || IsPrefixed(text, $"{format?.SegwitPrefix}1") || IsPrefixed(text, $"{format?.CashPrefix}:");
    }

    private static string BeginningsOf(Chain chain) => chain.Native?.Symbol switch
    {
        "LTC" => "LlMm3",
        "DOGE" => "Dd9A",
        _ => "13",
    };

    private static bool IsPrefixed(string text, string prefix) =>
        prefix.Length > 1
        && text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
        && text.Length - prefix.Length is >= MinBech32 and <= MaxBech32
        && IsMixture(text[prefix.Length..]);

    private static bool IsMixture(string text) =>
        text.All(char.IsAsciiLetterOrDigit) && text.Any(char.IsAsciiDigit) && text.Any(char.IsAsciiLetter);
}

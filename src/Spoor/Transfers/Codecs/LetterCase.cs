namespace Spoor.Transfers.Codecs;

/// <summary>Whether a text keeps to one case, which Bech32 demands and by which EIP-55 tells that a checksum is there.</summary>
internal static class LetterCase
{
    public static bool IsMixed(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('a', 'z') && text.ContainsAnyInRange('A', 'Z');
}

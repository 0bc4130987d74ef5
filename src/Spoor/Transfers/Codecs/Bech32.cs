namespace Spoor.Transfers.Codecs;

/// <summary>Which constant closes the checksum.</summary>
public enum Bech32Variant : uint
{
    /// <summary>BIP-173, witness version 0.</summary>
    Bech32 = 1,

    /// <summary>BIP-350, witness versions 1 to 16.</summary>
    Bech32m = 0x2bc830a3,
}

/// <summary>A Bech32 or Bech32m text with a good checksum: its human-readable part in lower case and its words of 5 bits.</summary>
public sealed record Bech32(string Prefix, IReadOnlyList<byte> Words, Bech32Variant Variant)
{
    private const int MaxChars = 90;
    private const int ChecksumWords = 6;

    private static readonly uint[] Generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

    /// <summary>Reads either variant; the two cannot be mistaken for each other.</summary>
    public static AddressFault Read(ReadOnlySpan<char> text, out Bech32? decoded)
    {
        decoded = null;
        int separator = text.LastIndexOf('1');
        if (separator < 1)
        {
            return AddressFault.Prefix;
        }

        if (text.Length > MaxChars || text.Length - separator - 1 < ChecksumWords)
        {
            return AddressFault.Length;
        }

        byte[] words = new byte[text.Length - separator - 1];
        if (text[..separator].ContainsAnyExceptInRange('!', '~') || !Base32Words.TryRead(text[(separator + 1)..], words))
        {
            return AddressFault.Character;
        }

        if (LetterCase.IsMixed(text))
        {
            return AddressFault.MixedCase;
        }

        string prefix = text[..separator].ToString().ToLowerInvariant();
        var variant = (Bech32Variant)Polymod(prefix, words);
        decoded = new(prefix, words[..^ChecksumWords], variant);
        return Enum.IsDefined(variant) ? AddressFault.None : AddressFault.Checksum;
    }

    public override string ToString()
    {
        byte[] words = [.. Words, 0, 0, 0, 0, 0, 0];
        uint checksum = Polymod(Prefix, words) ^ (uint)Variant;
        for (int i = 0; i < ChecksumWords; i++)
        {
            words[^(i + 1)] = (byte)((checksum >> (5 * i)) & 31);
        }

        return $"{Prefix}1{Base32Words.Write(words)}";
    }

    private static uint Polymod(string prefix, ReadOnlySpan<byte> words)
    {
        uint checksum = 1;
        foreach (char c in prefix)
        {
            checksum = Step(checksum, (uint)c >> 5);
        }

        checksum = Step(checksum, 0);
        foreach (char c in prefix)
        {
            checksum = Step(checksum, (uint)c & 31);
        }

        foreach (byte word in words)
        {
            checksum = Step(checksum, word);
        }

        return checksum;
    }

    private static uint Step(uint checksum, uint word)
    {
        uint top = checksum >> 25;
        uint next = ((checksum & 0x1ffffff) << 5) ^ word;
        for (int i = 0; i < Generators.Length; i++)
        {
            next ^= ((top >> i) & 1) == 1 ? Generators[i] : 0;
        }

        return next;
    }
}

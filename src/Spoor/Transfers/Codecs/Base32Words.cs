namespace Spoor.Transfers.Codecs;

/// <summary>The alphabet and the regrouping of bits that Bech32 and CashAddr share: a word is 5 bits.</summary>
internal static class Base32Words
{
    private const string Alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

    /// <summary>How many words so many bytes take, the last one padded.</summary>
    public static int CountFor(int bytes) => ((8 * bytes) + 4) / 5;

    public static void Pack(ReadOnlySpan<byte> bytes, Span<byte> words)
    {
        int pending = 0;
        int bits = 0;
        int count = 0;
        foreach (byte value in bytes)
        {
            pending = ((pending << 8) | value) & 0xfff;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                words[count++] = (byte)((pending >> bits) & 31);
            }
        }

        if (bits > 0)
        {
            words[count] = (byte)((pending << (5 - bits)) & 31);
        }
    }

    /// <summary>Regroups words into whole bytes; fewer than 5 bits may be left over and must be zero.</summary>
    public static bool TryUnpack(ReadOnlySpan<byte> words, Span<byte> bytes, out int count)
    {
        int pending = 0;
        int bits = 0;
        count = 0;
        foreach (byte word in words)
        {
            pending = ((pending << 5) | word) & 0xfff;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[count++] = (byte)((pending >> bits) & 255);
            }
        }

        return bits < 5 && (pending & ((1 << bits) - 1)) == 0;
    }

    /// <summary>Reads characters of either case; false when one is not in the alphabet.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, Span<byte> words)
    {
        for (int i = 0; i < text.Length; i++)
        {
            int value = char.IsAscii(text[i]) ? Alphabet.IndexOf(char.ToLowerInvariant(text[i])) : -1;
            if (value < 0)
            {
                return false;
            }

            words[i] = (byte)value;
        }

        return true;
    }

    public static string Write(ReadOnlySpan<byte> words)
    {
        Span<char> text = stackalloc char[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            text[i] = Alphabet[words[i]];
        }

        return new(text);
    }
}

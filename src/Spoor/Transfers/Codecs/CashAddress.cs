namespace Spoor.Transfers.Codecs;

/// <summary>The address text of Bitcoin Cash: <c>bitcoincash:q…</c>, a version byte and a hash under a 40-bit checksum.</summary>
/// <remarks>
/// Source: https://github.com/bitcoincashorg/bitcoincash.org/blob/master/spec/cashaddr.md. The types 2 and 3 say that a
/// wallet takes CashTokens (CHIP-2022-02); the script is that of 0 and 1, and so is the address.
/// </remarks>
internal static class CashAddress
{
    private const int ChecksumWords = 8;
    private const int MaxChars = 112; // the spec's longest body; only 20 and 32 bytes are in use

    private static readonly ulong[] Generators = [0x98f2bc8e61, 0x79b76d99e2, 0xf33e5fb3c4, 0xae2eabe2a8, 0x1e4f43e470];

    public static AddressFault Read(ReadOnlySpan<char> text, string prefix, out Address address)
    {
        address = default;
        int colon = text.IndexOf(':');
        var body = text[(colon + 1)..];
        if (colon >= 0 && !text[..colon].Equals(prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AddressFault.Prefix;
        }

        if (body.Length is <= ChecksumWords or > MaxChars)
        {
            return AddressFault.Length;
        }

        Span<byte> words = stackalloc byte[body.Length];
        if (!Base32Words.TryRead(body, words))
        {
            return AddressFault.Character;
        }

        if (LetterCase.IsMixed(text))
        {
            return AddressFault.MixedCase;
        }

        return Polymod(prefix, words) == 0 ? ReadHash(words[..^ChecksumWords], out address) : AddressFault.Checksum;
    }

    public static string Render(Address address, string prefix)
    {
        Span<byte> payload = stackalloc byte[1 + address.Length];
        int type = address.Kind == AddressKind.ScriptHash ? 1 : 0;
        payload[0] = (byte)((type << 3) | (address.Length == 32 ? 3 : 0));
        address.CopyTo(payload[1..]);

        Span<byte> words = stackalloc byte[Base32Words.CountFor(payload.Length) + ChecksumWords];
        words.Clear();
        Base32Words.Pack(payload, words);
        ulong checksum = Polymod(prefix, words);
        for (int i = 0; i < ChecksumWords; i++)
        {
            words[^(i + 1)] = (byte)((checksum >> (5 * i)) & 31);
        }

        return $"{prefix}:{Base32Words.Write(words)}";
    }

    // Version byte: a reserved zero bit, four bits of type, three of size (0: 20 bytes, 3: 32 bytes).
    private static AddressFault ReadHash(ReadOnlySpan<byte> words, out Address address)
    {
        address = default;
        Span<byte> payload = stackalloc byte[words.Length];
        if (!Base32Words.TryUnpack(words, payload, out int count))
        {
            return AddressFault.Padding;
        }

        int type = payload[0] >> 3;
        if (count == 0 || type > 3)
        {
            return AddressFault.Version;
        }

        bool isScript = type % 2 == 1;
        int expected = (payload[0] & 7, isScript) switch { (0, _) => 20, (3, true) => 32, _ => 0 };
        if (count - 1 != expected)
        {
            return AddressFault.Length;
        }

        address = new(isScript ? AddressKind.ScriptHash : AddressKind.PubKeyHash, payload[1..count]);
        return AddressFault.None;
    }

    private static ulong Polymod(string prefix, ReadOnlySpan<byte> words)
    {
        ulong checksum = 1;
        foreach (char c in prefix)
        {
            checksum = Step(checksum, (ulong)c & 31);
        }

        checksum = Step(checksum, 0);
        foreach (byte word in words)
        {
            checksum = Step(checksum, word);
        }

        return checksum ^ 1;
    }

    private static ulong Step(ulong checksum, ulong word)
    {
        ulong top = checksum >> 35;
        ulong next = ((checksum & 0x07ffffffff) << 5) ^ word;
        for (int i = 0; i < Generators.Length; i++)
        {
            next ^= ((top >> i) & 1) == 1 ? Generators[i] : 0;
        }

        return next;
    }
}

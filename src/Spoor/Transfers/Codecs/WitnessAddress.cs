namespace Spoor.Transfers.Codecs;

/// <summary>A witness program as a native SegWit address (BIP-173 and BIP-350).</summary>
internal static class WitnessAddress
{
    private const int MaxVersion = 16;
    private const int MinBytes = 2;

    public static bool IsWitness(AddressKind kind) => kind is >= AddressKind.Witness0 and <= AddressKind.Witness0 + MaxVersion;

    public static AddressFault Read(ReadOnlySpan<char> text, string prefix, out Address address)
    {
        address = default;
        var fault = Bech32.Read(text, out var decoded);
        if (fault != AddressFault.None || decoded is null)
        {
            return fault;
        }

        if (decoded.Prefix != prefix)
        {
            return AddressFault.Prefix;
        }

        return decoded.Words.Count == 0 ? AddressFault.Length : ReadProgram(decoded, out address);
    }

    public static string Render(Address address, string prefix)
    {
        int version = address.Kind - AddressKind.Witness0;
        byte[] words = new byte[1 + Base32Words.CountFor(address.Length)];
        words[0] = (byte)version;
        Base32Words.Pack(address.ToBytes(), words.AsSpan(1));
        return new Bech32(prefix, words, VariantOf(version)).ToString();
    }

    private static AddressFault ReadProgram(Bech32 decoded, out Address address)
    {
        address = default;
        int version = decoded.Words[0];
        if (version > MaxVersion)
        {
            return AddressFault.Version;
        }

        if (decoded.Variant != VariantOf(version))
        {
            return AddressFault.Checksum;
        }

        byte[] program = new byte[decoded.Words.Count];
        if (!Base32Words.TryUnpack([.. decoded.Words.Skip(1)], program, out int count))
        {
            return AddressFault.Padding;
        }

        if (count is < MinBytes or > Address.MaxBytes || (version == 0 && count is not (20 or 32)))
        {
            return AddressFault.Length;
        }

        address = new((AddressKind)((int)AddressKind.Witness0 + version), program.AsSpan(0, count));
        return AddressFault.None;
    }

    private static Bech32Variant VariantOf(int version) => version == 0 ? Bech32Variant.Bech32 : Bech32Variant.Bech32m;
}

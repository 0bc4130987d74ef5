using System.Globalization;
using SimpleBase;

namespace Spoor.Transfers.Codecs;

/// <summary>The bytes before the hash in a Base58Check address, which tell chain and kind: one, on Zcash two.</summary>
public readonly record struct AddressVersion(ushort Value, int Length)
{
    /// <summary>As sources write them: <c>0x1e</c>, <c>0x1cb8</c>.</summary>
    public static bool TryParse(string? text, out AddressVersion version)
    {
        int digits = (text?.Length ?? 0) - 2;
        bool valid = digits is 2 or 4
            && text!.StartsWith("0x", StringComparison.Ordinal)
            && ushort.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
        version = valid ? new(ushort.Parse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), digits / 2) : default;
        return valid;
    }

    internal static AddressVersion Of(ReadOnlySpan<byte> bytes) =>
        new((ushort)(bytes.Length == 1 ? bytes[0] : (bytes[0] << 8) | bytes[1]), bytes.Length);

    internal string Write(Address address, Base58 alphabet)
    {
        Span<byte> payload = stackalloc byte[Length + address.Length];
        payload[0] = (byte)(Length == 1 ? Value : Value >> 8);
        payload[Length - 1] = (byte)(Value & 0xff);
        address.CopyTo(payload[Length..]);
        return Base58Check.Write(payload, alphabet);
    }
}

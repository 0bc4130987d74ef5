using System.Security.Cryptography;
using System.Text;

namespace Spoor.Reporting.Forms;

/// <summary>Ids that follow from names (RFC 9562, version 5), so that the same thing has the same id in every form and on every machine.</summary>
internal static class NameUuid
{
    /// <summary>The namespace of ids that only Spoor makes.</summary>
    public static readonly Guid Ours = new("9c69ebfb-a1a5-55d8-9b76-5f9cb54215d6");

    /// <summary>The namespace of observables of STIX 2.1 (§2.9), by which everybody gives one address one id.</summary>
    public static readonly Guid StixObservables = new("00abedb4-aa42-466c-9c01-fed23315a9b7");

    public static Guid Of(Guid place, string name)
    {
        byte[] hash = Sha1([.. place.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new(hash.AsSpan(0, 16), bigEndian: true);
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "RFC 9562 makes names into ids with SHA-1; nothing is protected by it.")]
    private static byte[] Sha1(byte[] bytes) => SHA1.HashData(bytes);
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math.EC.Rfc8032;
using Spoor.Records;

namespace Spoor.Reporting.Cases.Seals;

/// <summary>A signature over the bytes of a manifest: Ed25519 (RFC 8032).</summary>
/// <param name="PublicKey">32 bytes.</param>
/// <param name="Signature">64 bytes.</param>
public sealed record CaseSignature(ReadOnlyMemory<byte> PublicKey, ReadOnlyMemory<byte> Signature)
{
    private const string Algorithm = "Ed25519";
    private const string PrivateLabel = "PRIVATE KEY";
    private const string PublicLabel = "PUBLIC KEY";

    // What stands before the 32 bytes of a key in PKCS #8 and in SubjectPublicKeyInfo (RFC 8410, §7 and §4).
    private static readonly byte[] PrivatePrefix = Convert.FromHexString("302e020100300506032b657004220420");
    private static readonly byte[] PublicPrefix = Convert.FromHexString("302a300506032b6570032100");

    /// <summary>A fresh pair as PEM, as <c>openssl genpkey -algorithm ed25519</c> writes it.</summary>
    public static (string Private, string Public) NewPair()
    {
        byte[] seed = RandomNumberGenerator.GetBytes(Ed25519PrivateKeyParameters.KeySize);
        var key = new Ed25519PrivateKeyParameters(seed);
        return (Pem(PrivateLabel, [.. PrivatePrefix, .. seed]), Pem(PublicLabel, [.. PublicPrefix, .. key.GeneratePublicKey().GetEncoded()]));
    }

    /// <param name="privateKey">PEM.</param>
    /// <param name="manifest">The bytes that are signed.</param>
    /// <exception cref="FormatException">It is no such key.</exception>
    public static CaseSignature Of(string privateKey, ReadOnlySpan<byte> manifest)
    {
        var key = new Ed25519PrivateKeyParameters(KeyOf(privateKey, PrivateLabel, PrivatePrefix));
        var signer = new Ed25519Signer();
        signer.Init(true, key);
        signer.BlockUpdate(manifest);
        return new(key.GeneratePublicKey().GetEncoded(), signer.GenerateSignature());
    }

    /// <summary>The 32 bytes of a public key.</summary>
    /// <exception cref="FormatException">It is no such key.</exception>
    public static byte[] PublicKeyOf(string pem) => KeyOf(pem, PublicLabel, PublicPrefix);

    /// <summary>Whether the holder of the key that the signature names signed these bytes.</summary>
    public bool Holds(ReadOnlySpan<byte> manifest)
    {
        byte[] key = PublicKey.ToArray();
        if (!IsKey(key))
        {
            return false;
        }

        var signer = new Ed25519Signer();
        signer.Init(false, new Ed25519PublicKeyParameters(key));
        signer.BlockUpdate(manifest);
        return signer.VerifySignature(Signature.ToArray());
    }

    /// <summary>As the entry <c>manifest.sig</c>: canonical JSON.</summary>
    public byte[] ToBytes() => CanonicalJson.Of(new JsonObject
    {
        ["algorithm"] = Algorithm,
        ["publicKey"] = Convert.ToHexStringLower(PublicKey.Span),
        ["signature"] = Convert.ToHexStringLower(Signature.Span),
    });

    /// <exception cref="FormatException">It is not byte for byte as <see cref="ToBytes"/> writes it.</exception>
    public static CaseSignature Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var json = CanonicalJson.Read(bytes);
            var read = new CaseSignature(Convert.FromHexString(json.Text("publicKey")), Convert.FromHexString(json.Text("signature")));
            return read.PublicKey.Length != 32 || read.Signature.Length != 64 || !read.ToBytes().AsSpan().SequenceEqual(bytes.Span)
                ? throw new FormatException($"expected an {Algorithm} signature as canonical JSON, found another form.")
                : IsKey(read.PublicKey.ToArray())
                    ? read
                    : throw new FormatException($"publicKey: expected the 32 bytes of an {Algorithm} key, found '{json.Text("publicKey")}', which is none.");
        }
        catch (JsonException failure)
        {
            throw new FormatException($"expected canonical JSON, found something else: {failure.Message}", failure);
        }
    }

    // Half of all 32 bytes are no point of the curve; a point of a small order would hold for messages that nobody signed.
    private static bool IsKey(byte[] bytes) => bytes.Length == 32 && Ed25519.ValidatePublicKeyFull(bytes, 0);

    private static byte[] KeyOf(string pem, string label, byte[] prefix)
    {
        byte[] bytes = [];
        if (PemEncoding.TryFind(pem, out var fields) && pem[fields.Label] == label)
        {
            bytes = Convert.FromBase64String(pem[fields.Base64Data]);
        }

        return bytes.Length == prefix.Length + 32 && bytes.AsSpan(0, prefix.Length).SequenceEqual(prefix)
            ? bytes[prefix.Length..]
            : throw new FormatException($"Expected an {Algorithm} key as PEM (-----BEGIN {label}-----), as 'spoor case key' and openssl write it; found something else.");
    }

    private static string Pem(string label, byte[] key) => new StringBuilder().Append(PemEncoding.Write(label, key)).Append('\n').ToString();
}

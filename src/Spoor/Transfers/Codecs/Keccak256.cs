using Org.BouncyCastle.Crypto.Digests;

namespace Spoor.Transfers.Codecs;

/// <summary>Keccak-256 as Ethereum and Tron use it: the padding of the submission (0x01), not that of SHA3-256 (0x06).</summary>
public static class Keccak256
{
    public const int Bytes = 32;

    // One digest a thread: its state is 400 bytes, and every rendered address needs a hash.
    [ThreadStatic]
    private static KeccakDigest? ThreadDigest;

    public static byte[] Hash(ReadOnlySpan<byte> bytes)
    {
        byte[] hash = new byte[Bytes];
        Hash(bytes, hash);
        return hash;
    }

    /// <param name="bytes">What is hashed.</param>
    /// <param name="hash">Receives 32 bytes.</param>
    public static void Hash(ReadOnlySpan<byte> bytes, Span<byte> hash)
    {
        var digest = ThreadDigest ??= new(8 * Bytes);
        digest.BlockUpdate(bytes);
        digest.DoFinal(hash); // also resets it
    }
}

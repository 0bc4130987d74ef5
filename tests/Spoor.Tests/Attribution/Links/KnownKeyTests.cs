using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Spoor.Attribution.Checks;
using Spoor.Transfers;
using Spoor.Transfers.Codecs;

namespace Spoor.Tests.Attribution.Links;

/// <summary>The list of published keys, derived again from the phrases: BIP-39, BIP-32 at m/44'/60'/0'/0/i, secp256k1.</summary>
public sealed class KnownKeyTests
{
    private const uint Hardened = 0x8000_0000;

    // SEC 2: the field, the order of the group and its generator.
    private static readonly BigInteger P = Hex("0FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEFFFFFC2F");
    private static readonly BigInteger N = Hex("0FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141");
    private static readonly (BigInteger X, BigInteger Y) G = (
        Hex("079BE667EF9DCBBAC55A06295CE870B07029BFCDB2DCE28D959F2815B16F81798"), Hex("0483ADA7726A3C4655DA4FBFC0E1108A8FD17B448A68554199C47D08FFB10D4B8"));

    [Fact]
    public void Every_listed_address_is_what_its_phrase_derives()
    {
        Assert.Equal(KnownKeys.Hardhat, Derive(KnownKeys.HardhatPhrase, KnownKeys.Hardhat.Count));
        Assert.Equal(KnownKeys.Ganache, Derive(KnownKeys.GanachePhrase, KnownKeys.Ganache.Count));
        Assert.Equal(KnownKeys.Truffle, Derive(KnownKeys.TrufflePhrase, KnownKeys.Truffle.Count));
        Assert.Equal(KnownKeys.SmallNumbers, Enumerable.Range(1, KnownKeys.SmallNumbers.Count).Select(key => AddressOf(key)));
    }

    private static IEnumerable<string> Derive(string phrase, int count)
    {
        byte[] seed = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(phrase), "mnemonic"u8, 2048, HashAlgorithmName.SHA512, 64);
        var node = Split(HMACSHA512.HashData("Bitcoin seed"u8, seed));
        foreach (uint step in new[] { 44 | Hardened, 60 | Hardened, Hardened, 0u })
        {
            node = Child(node, step);
        }

        return Enumerable.Range(0, count).Select(i => AddressOf(Child(node, (uint)i).Key));
    }

    private static (BigInteger Key, byte[] Chain) Child((BigInteger Key, byte[] Chain) parent, uint step)
    {
        var point = Multiply(parent.Key);
        byte[] number = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(number, step);
        byte[] head = step >= Hardened ? [0, .. Bytes(parent.Key)] : [(byte)(point.Y.IsEven ? 2 : 3), .. Bytes(point.X)];
        var (key, chain) = Split(HMACSHA512.HashData(parent.Chain, (byte[])[.. head, .. number]));
        return ((key + parent.Key) % N, chain);
    }

    private static string AddressOf(BigInteger key)
    {
        var point = Multiply(key);
        byte[] hash = Keccak256.Hash([.. Bytes(point.X), .. Bytes(point.Y)]);
        return AddressText.RenderKey(new(AddressKind.Account20, hash.AsSpan(12)));
    }

    private static (BigInteger X, BigInteger Y) Multiply(BigInteger key)
    {
        (BigInteger X, BigInteger Y)? sum = null;
        var power = G;
        for (; !key.IsZero; key >>= 1)
        {
            sum = key.IsEven ? sum : sum is { } so ? Add(so, power) : power;
            power = Add(power, power);
        }

        return sum!.Value;
    }

    private static (BigInteger X, BigInteger Y) Add((BigInteger X, BigInteger Y) a, (BigInteger X, BigInteger Y) b)
    {
        var slope = a == b ? 3 * a.X * a.X * Inverse(2 * a.Y) : (b.Y - a.Y) * Inverse(b.X - a.X);
        var x = Modulo(slope * slope - a.X - b.X);
        return (x, Modulo(slope * (a.X - x) - a.Y));
    }

    private static BigInteger Inverse(BigInteger number) => BigInteger.ModPow(Modulo(number), P - 2, P);

    private static BigInteger Modulo(BigInteger number) => ((number % P) + P) % P;

    private static (BigInteger Key, byte[] Chain) Split(byte[] hash) => (new(hash.AsSpan(0, 32), isUnsigned: true, isBigEndian: true), hash[32..]);

    private static byte[] Bytes(BigInteger number)
    {
        byte[] bytes = new byte[32];
        byte[] digits = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        digits.CopyTo(bytes, 32 - digits.Length);
        return bytes;
    }

    private static BigInteger Hex(string digits) => BigInteger.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}

using System.Text;
using Spoor.Reporting.Cases.Seals;

namespace Spoor.Tests.Reporting.Cases.Seals;

public sealed class CaseSignatureTests
{
    // RFC 8032, §7.1, test 3: the seed, the public key, a message of two bytes, and its signature.
    private const string Seed = "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7";
    private const string PublicKey = "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025";
    private const string Signature = "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a";

    private static readonly byte[] Message = [0xaf, 0x82];

    [Fact]
    public void It_signs_as_the_standard_says()
    {
        var signed = CaseSignature.Of(Pem(Seed), Message);

        Assert.Equal(PublicKey, Convert.ToHexStringLower(signed.PublicKey.Span));
        Assert.Equal(Signature, Convert.ToHexStringLower(signed.Signature.Span));
        Assert.True(signed.Holds(Message));
    }

    [Fact]
    public void A_fresh_pair_belongs_together_and_reads_back()
    {
        var (secret, open) = CaseSignature.NewPair();
        var signed = CaseSignature.Read(CaseSignature.Of(secret, Message).ToBytes());

        Assert.Equal(CaseSignature.PublicKeyOf(open), signed.PublicKey.ToArray());
        Assert.True(signed.Holds(Message));
        Assert.False(signed.Holds([0xaf, 0x83]));
        Assert.NotEqual(secret, CaseSignature.NewPair().Private);
    }

    [Fact]
    public void Every_bit_of_a_signature_counts()
    {
        var signed = CaseSignature.Of(Pem(Seed), Message);
        for (int bit = 0; bit < 512; bit += 7)
        {
            byte[] flipped = signed.Signature.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));

            Assert.False((signed with { Signature = flipped }).Holds(Message));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")]
    public void What_is_no_key_is_refused(string pem)
    {
        Assert.Throws<FormatException>(() => CaseSignature.Of(pem, Message));
        Assert.Throws<FormatException>(() => CaseSignature.PublicKeyOf(pem));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"algorithm\":\"none\",\"publicKey\":\"\",\"signature\":\"\"}")]
    [InlineData("no JSON")]
    public void What_is_no_signature_is_refused(string json) =>
        Assert.Throws<FormatException>(() => CaseSignature.Read(Encoding.UTF8.GetBytes(json)));

    private static string Pem(string seed) =>
        $"-----BEGIN PRIVATE KEY-----\n{Convert.ToBase64String(Convert.FromHexString("302e020100300506032b657004220420" + seed))}\n-----END PRIVATE KEY-----\n";
}

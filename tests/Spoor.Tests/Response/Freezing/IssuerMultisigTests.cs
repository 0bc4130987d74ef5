using System.Text;
using CsCheck;
using Spoor.Response.Freezing;
using Spoor.Transfers;
using Spoor.Transfers.Codecs;

namespace Spoor.Tests.Response.Freezing;

public sealed class IssuerMultisigTests
{
    private const string Tether = "dac17f958d2ee523a2206206994597c13d831ec7";
    private const string Thief = "483d88278cbc0c9105c4807d558e06782aeff584";

    [Theory]
    [InlineData("submitTransaction(address,uint256,bytes)", IssuerMultisig.SubmitTransaction)]
    [InlineData("addBlackList(address)", IssuerMultisig.AddBlackList)]
    public void Selectors_are_the_first_bytes_of_the_hash_of_the_signature(string signature, uint selector) =>
        Assert.Equal(selector, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(Keccak256.Hash(Encoding.ASCII.GetBytes(signature))));

    [Fact]
    public void A_proposal_to_freeze_names_the_token_and_the_address()
    {
        var proposal = IssuerMultisig.Read(Calldata(Tether, "0ecb93c0" + Word(Thief)));

        Assert.Equal(("0x" + Tether, "0x" + Thief), (AddressText.RenderKey(proposal!.Token).ToLowerInvariant(), AddressText.RenderKey(proposal.Frozen).ToLowerInvariant()));
    }

    [Theory]
    [InlineData("e4997dc5")]
    [InlineData("f3bdc228")]
    public void Other_calls_through_the_multisig_are_no_freeze(string selector) =>
        Assert.Null(IssuerMultisig.Read(Calldata(Tether, selector + Word(Thief))));

    [Fact]
    public void Calldata_that_is_cut_or_damaged_is_read_without_a_fault()
    {
        byte[] whole = Calldata(Tether, "0ecb93c0" + Word(Thief));
        Assert.All(Enumerable.Range(0, 4 + (4 * 32) + 36), length => Assert.Null(IssuerMultisig.Read(whole.AsSpan(0, length))));
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Sample((place, value) =>
        {
            byte[] changed = [.. whole];
            changed[place] = value;
            _ = IssuerMultisig.Read(changed);
        });
    }

    [Theory]
    [InlineData("eip155:1", "0xC6CDE7C39eB2f0F0095F41570af89eFC2C1Ea828", "0xdAC17F958D2ee523a2206206994597C13D831ec7", true)]
    [InlineData("eip155:1", "0xC6CDE7C39eB2f0F0095F41570af89eFC2C1Ea828", "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48", false)]
    [InlineData("eip155:1", "0xdAC17F958D2ee523a2206206994597C13D831ec7", "0xdAC17F958D2ee523a2206206994597C13D831ec7", false)]
    [InlineData("eip155:56", "0xC6CDE7C39eB2f0F0095F41570af89eFC2C1Ea828", "0xdAC17F958D2ee523a2206206994597C13D831ec7", false)]
    public void Only_the_issuers_own_multisig_freezes_only_its_own_token(string chain, string multisig, string token, bool freezes)
    {
        var id = ChainId.Parse(chain);

        Assert.Equal(freezes, TokenIssuers.Builtin.Freezes(id, AddressText.Parse(id, multisig), AddressText.Parse(id, token)));
    }

    private static byte[] Calldata(string token, string inner)
    {
        int length = inner.Length / 2;
        string padded = inner.PadRight((length + 31) / 32 * 64, '0');
        return Convert.FromHexString($"c6427474{Word(token)}{Word("")}{Word("60")}{Word(length.ToString("x", System.Globalization.CultureInfo.InvariantCulture))}{padded}");
    }

    private static string Word(string hex) => hex.PadLeft(64, '0');
}

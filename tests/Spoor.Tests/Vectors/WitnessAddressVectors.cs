using Spoor.Transfers;
using Spoor.Transfers.Codecs;

namespace Spoor.Tests.Vectors;

/// <summary>The SegWit addresses of BIP-173 and BIP-350, good and bad; those of version 1 and up are as BIP-350 amends them.</summary>
/// <remarks>
/// Sources: https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki#test-vectors and
/// https://github.com/bitcoin/bips/blob/master/bip-0350.mediawiki#test-vectors (BSD-2-Clause).
/// </remarks>
public sealed class WitnessAddressVectors
{
    [Theory]
    [InlineData("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", "0014751e76e8199196d454941c45d1b3a323f1433bd6")]
    [InlineData("tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7", "00201863143c14c5166804bd19203356da136c985678cd4d27a1b8c6329604903262")]
    [InlineData("bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y", "5128751e76e8199196d454941c45d1b3a323f1433bd6751e76e8199196d454941c45d1b3a323f1433bd6")]
    [InlineData("BC1SW50QGDZ25J", "6002751e")]
    [InlineData("bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs", "5210751e76e8199196d454941c45d1b3a323")]
    [InlineData("tb1qqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesrxh6hy", "0020000000c4a5cad46221b2a187905e5266362b99d5e91c6ce24d165dab93e86433")]
    [InlineData("tb1pqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesf3hn0c", "5120000000c4a5cad46221b2a187905e5266362b99d5e91c6ce24d165dab93e86433")]
    [InlineData("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", "512079be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798")]
    public void A_good_address_is_its_script(string text, string script)
    {
        var format = FormatFor(text);

        var fault = format.Read(text, out var address);

        Assert.Equal(AddressFault.None, fault);
        Assert.Equal(script, ScriptOf(address));
        Assert.Equal(text.ToLowerInvariant(), format.Render(address));
    }

    [Theory]
    [InlineData("tc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq5zuyut", AddressFault.Prefix)]
    [InlineData("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd", AddressFault.Checksum)]
    [InlineData("tb1z0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqglt7rf", AddressFault.Checksum)]
    [InlineData("BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL", AddressFault.Checksum)]
    [InlineData("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh", AddressFault.Checksum)]
    [InlineData("tb1q0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq24jc47", AddressFault.Checksum)]
    [InlineData("bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4", AddressFault.Character)]
    [InlineData("BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R", AddressFault.Version)]
    [InlineData("bc1pw5dgrnzv", AddressFault.Length)]
    [InlineData("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v8n0nx0muaewav253zgeav", AddressFault.Length)]
    [InlineData("BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P", AddressFault.Length)]
    [InlineData("tb1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq47Zagq", AddressFault.MixedCase)]
    [InlineData("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf", AddressFault.Padding)]
    [InlineData("tb1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vpggkg4j", AddressFault.Padding)]
    [InlineData("bc1gmk9yu", AddressFault.Length)]
    public void Bip350_bad_addresses_are_refused_for_their_fault(string text, AddressFault fault) =>
        Assert.Equal(fault, FormatFor(text).Read(text, out _));

    [Theory]
    [InlineData("tc1qw508d6qejxtdg4y5r3zarvary0c5xw7kg3g4ty", AddressFault.Prefix)]
    [InlineData("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", AddressFault.Checksum)]
    [InlineData("BC13W508D6QEJXTDG4Y5R3ZARVARY0C5XW7KN40WF2", AddressFault.Version)]
    [InlineData("bc1rw5uspcuh", AddressFault.Checksum)] // also of one byte only; Bech32 under version 3 is found first
    [InlineData("bc10w508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kw5rljs90", AddressFault.Checksum)]
    [InlineData("BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P", AddressFault.Length)]
    [InlineData("tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sL5k7", AddressFault.MixedCase)]
    [InlineData("bc1zw508d6qejxtdg4y5r3zarvaryvqyzf3du", AddressFault.Checksum)]
    [InlineData("tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3pjxtptv", AddressFault.Padding)]
    [InlineData("bc1gmk9yu", AddressFault.Length)]
    public void Bip173_bad_addresses_are_refused(string text, AddressFault fault) =>
        Assert.Equal(fault, FormatFor(text).Read(text, out _));

    [Theory]
    [InlineData("bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7k7grplx")]
    [InlineData("BC1SW50QA3JX3S")]
    [InlineData("bc1zw508d6qejxtdg4y5r3zarvaryvg6kdaj")]
    public void Bip173_addresses_above_version_0_are_bad_since_Bip350(string text) =>
        Assert.Equal(AddressFault.Checksum, FormatFor(text).Read(text, out _));

    private static UtxoAddressFormat FormatFor(string text) => new()
    {
        PubKeyHashVersion = new(0, 1),
        ScriptHashVersions = [new(5, 1)],
        SegwitPrefix = text.StartsWith("tb", StringComparison.OrdinalIgnoreCase) ? "tb" : "bc",
    };

    // OP_0 or OP_1 to OP_16, then a push of the program (BIP-141).
    private static string ScriptOf(Address address)
    {
        int version = address.Kind - AddressKind.Witness0;
        byte opcode = (byte)(version == 0 ? 0 : 0x50 + version);
        return Convert.ToHexStringLower([opcode, (byte)address.Length, .. address.ToBytes()]);
    }
}

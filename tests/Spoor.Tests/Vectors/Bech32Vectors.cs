using Spoor.Transfers.Codecs;

namespace Spoor.Tests.Vectors;

/// <summary>The Bech32 and Bech32m strings of the two proposals, good and bad.</summary>
/// <remarks>
/// Sources: https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki#test-vectors and
/// https://github.com/bitcoin/bips/blob/master/bip-0350.mediawiki#test-vectors (BSD-2-Clause).
/// </remarks>
public sealed class Bech32Vectors
{
    [Theory]
    [InlineData("A12UEL5L")]
    [InlineData("a12uel5l")]
    [InlineData("an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs")]
    [InlineData("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw")]
    [InlineData("11qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqc8247j")]
    [InlineData("split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w")]
    [InlineData("?1ezyfcl")]
    public void Bip173_strings_are_Bech32(string text) => ReadsBack(text, Bech32Variant.Bech32);

    [Theory]
    [InlineData("A1LQFN3A")]
    [InlineData("a1lqfn3a")]
    [InlineData("an83characterlonghumanreadablepartthatcontainsthetheexcludedcharactersbioandnumber11sg7hg6")]
    [InlineData("abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx")]
    [InlineData("11llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllludsr8")]
    [InlineData("split1checkupstagehandshakeupstreamerranterredcaperredlc445v")]
    [InlineData("?1v759aa")]
    public void Bip350_strings_are_Bech32m(string text) => ReadsBack(text, Bech32Variant.Bech32m);

    [Theory]
    [InlineData("\u00201nwldj5", AddressFault.Character)]
    [InlineData("\u007f1axkwrx", AddressFault.Character)]
    [InlineData("\u00801eym55h", AddressFault.Character)]
    [InlineData("an84characterslonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1569pvx", AddressFault.Length)]
    [InlineData("pzry9x0s0muk", AddressFault.Prefix)]
    [InlineData("1pzry9x0s0muk", AddressFault.Prefix)]
    [InlineData("x1b4n0q5v", AddressFault.Character)]
    [InlineData("li1dgmt3", AddressFault.Length)]
    [InlineData("de1lg7wt\u00ff", AddressFault.Character)]
    [InlineData("A1G7SGD8", AddressFault.Checksum)]
    [InlineData("10a06t8", AddressFault.Prefix)]
    [InlineData("1qzzfhee", AddressFault.Prefix)]
    public void Bip173_bad_strings_are_refused_for_their_fault(string text, AddressFault fault) => Refuses(text, fault);

    [Theory]
    [InlineData("\u00201xj0phk", AddressFault.Character)]
    [InlineData("\u007f1g6xzxy", AddressFault.Character)]
    [InlineData("\u00801vctc34", AddressFault.Character)]
    [InlineData("an84characterslonghumanreadablepartthatcontainsthetheexcludedcharactersbioandnumber11d6pts4", AddressFault.Length)]
    [InlineData("qyrz8wqd2c9m", AddressFault.Prefix)]
    [InlineData("1qyrz8wqd2c9m", AddressFault.Prefix)]
    [InlineData("y1b0jsk6g", AddressFault.Character)]
    [InlineData("lt1igcx5c0", AddressFault.Character)]
    [InlineData("in1muywd", AddressFault.Length)]
    [InlineData("mm1crxm3i", AddressFault.Character)]
    [InlineData("au1s5cgom", AddressFault.Character)]
    [InlineData("M1VUXWEZ", AddressFault.Checksum)]
    [InlineData("16plkw9", AddressFault.Prefix)]
    [InlineData("1p2gdwpf", AddressFault.Prefix)]
    public void Bip350_bad_strings_are_refused_for_their_fault(string text, AddressFault fault) => Refuses(text, fault);

    private static void ReadsBack(string text, Bech32Variant variant)
    {
        var fault = Bech32.Read(text, out var decoded);

        Assert.Equal(AddressFault.None, fault);
        Assert.Equal(variant, decoded!.Variant);
        Assert.Equal(text.ToLowerInvariant(), decoded.ToString());
    }

    private static void Refuses(string text, AddressFault fault) => Assert.Equal(fault, Bech32.Read(text, out _));
}

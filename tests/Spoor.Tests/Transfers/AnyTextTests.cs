using CsCheck;
using Spoor.Transfers;

namespace Spoor.Tests.Transfers;

public sealed class AnyTextTests
{
    private const string Characters = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0OIl:x.é";

    /// <summary>A good address that lost a character made the Base58 decoder run past its buffer.</summary>
    [Theory]
    [InlineData("bitcoin", "17fBp958fRSTqQpL4nv7G4cH6G5WHn817")]
    [InlineData("zcash", "17fBp958fRSTqQpL4nv7G4cH6G5WHn817")]
    [InlineData("tron", "17fBp958fRSTqQpL4nv7G4cH6G5WHn817")]
    [InlineData("solana", "17fBp958fRSTqQpL4nv7G4cH6G5WHn817")]
    public void A_damaged_address_is_a_fault(string chain, string text) =>
        Assert.False(AddressText.TryParse(ChainRegistry.Find(chain).Id, text, out _));

    [Fact]
    public void Any_text_is_an_address_or_a_fault_on_every_chain() =>
        Gen.Int[0, Characters.Length - 1].Array[0, 70].Select(places => string.Concat(places.Select(place => Characters[place]))).Sample(
            text => ChainRegistry.Known.All(chain => AddressText.TryParse(chain.Id, text, out var address) is var valid && (valid || address == default)), iter: 2000);

    [Fact]
    public void An_address_that_lost_or_gained_a_character_is_never_another_one() =>
        Gen.Select(Gen.Byte.Array[20], Gen.Int[0, 33], Gen.Int[0, Characters.Length - 1]).Sample(
            (hash, at, place) =>
            {
                var bitcoin = ChainRegistry.Find("bitcoin").Id;
                string text = AddressText.Render(bitcoin, new(AddressKind.PubKeyHash, hash));
                at = Math.Min(at, text.Length - 1);
                return !AddressText.TryParse(bitcoin, text.Remove(at, 1), out _) && !AddressText.TryParse(bitcoin, text.Insert(at, Characters[place..(place + 1)]), out _);
            },
            iter: 2000);
}

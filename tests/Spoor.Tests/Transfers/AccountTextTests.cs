using Spoor.Transfers;

namespace Spoor.Tests.Transfers;

public sealed class AccountTextTests
{
    [Theory]
    [InlineData("0x8bf8cd7F001D0584F98F53a3d82eD0bA498cC3dE", null, "eip155:1:0x8bf8cd7F001D0584F98F53a3d82eD0bA498cC3dE")]
    [InlineData("0x8bf8cd7F001D0584F98F53a3d82eD0bA498cC3dE", "eip155:56", "eip155:56:0x8bf8cd7F001D0584F98F53a3d82eD0bA498cC3dE")]
    [InlineData("eip155:10:0x964c192e54e5ef4176626875bb53071956579fca", null, "eip155:10:0x964c192e54E5eF4176626875BB53071956579fca")]
    [InlineData("eip155:10:0x964c192e54e5ef4176626875bb53071956579fca", "eip155:56", "eip155:10:0x964c192e54E5eF4176626875BB53071956579fca")]
    [InlineData("TPFUjxQzG88Vwynrpj2W61ZAkQ9W2QYgAQ", null, "tron:0x2b6653dc:TPFUjxQzG88Vwynrpj2W61ZAkQ9W2QYgAQ")]
    [InlineData("1BHNb9UJy4cWFB5wywZkTVgoNB4JbFmswH", null, "bip122:000000000019d6689c085ae165831e93:1BHNb9UJy4cWFB5wywZkTVgoNB4JbFmswH")]
    [InlineData("rpQxVcjVF2fC23r3xKyJS53jw8d5SRhZQf", null, "xrpl:0:rpQxVcjVF2fC23r3xKyJS53jw8d5SRhZQf")]
    public void An_address_is_of_the_chain_it_names_or_is_told_or_that_alone_writes_it_so(string text, string? chain, string expected)
    {
        var (found, address) = AccountText.Parse(text, chain is null ? null : ChainId.Parse(chain));

        Assert.Equal(expected, AddressText.ToCaip10(found, address));
    }

    [Theory]
    [InlineData("0x8bf8cd7F001D0584F98F53a3d82eD0bA498cC3dF", "checksum")]
    [InlineData("hello", "Expected an address of Ethereum")]
    [InlineData("", "Expected an address of Ethereum")]
    [InlineData("eip155:1:TPFUjxQzG88Vwynrpj2W61ZAkQ9W2QYgAQ", "Expected an address of Ethereum")]
    public void What_is_no_address_is_refused_with_what_was_expected(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => AccountText.Parse(text, null)).Message, StringComparison.Ordinal);
}

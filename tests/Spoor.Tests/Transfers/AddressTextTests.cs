using CsCheck;
using Spoor.Transfers;

namespace Spoor.Tests.Transfers;

public sealed class AddressTextTests
{
    private const string Thief = "0x75497999432B8701330fB68058bd21918C02Ac59";

    // What the bytes of an address can be, by chain.
    private static readonly (ChainId Chain, AddressKind Kind, int Length)[] Shapes =
    [
        (KnownChains.Ethereum, AddressKind.Account20, 20),
        (ChainId.Parse("eip155:30"), AddressKind.Account20, 20),
        (ChainId.Parse("eip155:999999"), AddressKind.Account20, 20),
        (KnownChains.Bitcoin, AddressKind.PubKeyHash, 20),
        (KnownChains.Bitcoin, AddressKind.ScriptHash, 20),
        (KnownChains.Bitcoin, AddressKind.Witness0, 20),
        (KnownChains.Bitcoin, AddressKind.Witness0, 32),
        (KnownChains.Bitcoin, AddressKind.Witness0 + 1, 32),
        (KnownChains.Bitcoin, AddressKind.Witness0 + 16, 40),
        (KnownChains.Litecoin, AddressKind.PubKeyHash, 20),
        (KnownChains.Litecoin, AddressKind.ScriptHash, 20),
        (KnownChains.Litecoin, AddressKind.Witness0, 20),
        (KnownChains.Dogecoin, AddressKind.PubKeyHash, 20),
        (KnownChains.Dogecoin, AddressKind.ScriptHash, 20),
        (KnownChains.BitcoinCash, AddressKind.PubKeyHash, 20),
        (KnownChains.BitcoinCash, AddressKind.ScriptHash, 20),
        (KnownChains.BitcoinCash, AddressKind.ScriptHash, 32),
        (KnownChains.Tron, AddressKind.Account20, 20),
        (KnownChains.Xrp, AddressKind.Xrp, 20),
        (KnownChains.Solana, AddressKind.Solana, 32),
    ];

    private static readonly Gen<(ChainId Chain, Address Address)> AnyAddress =
        from shape in Gen.Int[0, Shapes.Length - 1].Select(number => Shapes[number])
        from bytes in Gen.Byte.Array[shape.Length]
        select (shape.Chain, new Address(shape.Kind, bytes));

    [Fact]
    public void Every_address_reads_back_from_its_text() =>
        AnyAddress.Sample(it => AddressText.Parse(it.Chain, AddressText.Render(it.Chain, it.Address)) == it.Address);

    [Fact]
    public void Every_address_reads_back_from_its_CAIP10_name() =>
        AnyAddress.Sample(it => AddressText.ParseCaip10(AddressText.ToCaip10(it.Chain, it.Address)) == it);

    [Fact]
    public void One_changed_character_is_refused_wherever_there_is_a_checksum()
    {
        var checksummed = AnyAddress.Where(it => it.Chain != KnownChains.Solana && it.Chain.Namespace != "eip155");

        Gen.Select(checksummed, Gen.Int[0, 200], Gen.Char[' ', '~']).Sample((it, place, replacement) =>
        {
            char[] text = AddressText.Render(it.Chain, it.Address).ToCharArray();
            bool changed = text[place % text.Length] != replacement;
            text[place % text.Length] = replacement;
            return AddressText.TryParse(it.Chain, new(text), out _) != changed;
        });
    }

    [Fact]
    public void One_letter_in_the_wrong_case_is_refused_on_EVM_chains() =>
        Gen.Select(Gen.Byte.Array[20], Gen.Int[2, 41]).Sample((bytes, place) =>
        {
            char[] text = AddressText.Render(KnownChains.Ethereum, new(AddressKind.Account20, bytes)).ToCharArray();
            if (!char.IsLetter(text[place]))
            {
                return true;
            }

            text[place] = (char)(text[place] ^ 0x20);
            bool mixed = text.Skip(2).Any(char.IsUpper) && text.Skip(2).Any(char.IsLower);
            return AddressText.TryParse(KnownChains.Ethereum, new(text), out _) != mixed;
        });

    [Fact]
    public void A_text_in_one_case_is_accepted_without_a_checksum()
    {
        var expected = AddressText.Parse(KnownChains.Ethereum, Thief);

        Assert.Equal(expected, AddressText.Parse(KnownChains.Ethereum, Thief.ToLowerInvariant()));
        Assert.Equal(expected, AddressText.Parse(KnownChains.Ethereum, "0x" + Thief[2..].ToUpperInvariant()));
    }

    [Fact]
    public void The_same_account_is_written_as_each_chain_writes_it()
    {
        var account = KnownChains.Account("4450cf8c8b6a8229b7f628e36b3a658e84441b6f");

        Assert.Equal("TGCRkw1Vq759FBCrwxkZGgqZbRX1WkBHSu", AddressText.Render(KnownChains.Tron, account));
        Assert.Equal("0x4450cf8c8b6a8229b7f628e36b3a658e84441b6f", AddressText.Render(KnownChains.Ethereum, account).ToLowerInvariant());
    }

    [Theory]
    [InlineData("TGCRkw1Vq759FBCrwxkZGgqZbRX1WkBHSu")]
    [InlineData("0x4450cf8c8b6a8229b7f628e36b3a658e84441b6f")]
    [InlineData("414450cf8c8b6a8229b7f628e36b3a658e84441b6f")]
    [InlineData("414450CF8C8B6A8229B7F628E36B3A658E84441B6F")]
    [InlineData("0x414450cf8c8b6a8229b7f628e36b3a658e84441b6f")]
    public void Tron_reads_Base58_and_both_spellings_in_hex(string text) =>
        Assert.Equal(KnownChains.Account("4450cf8c8b6a8229b7f628e36b3a658e84441b6f"), AddressText.Parse(KnownChains.Tron, text));

    [Fact]
    public void Litecoin_reads_the_old_spelling_of_a_script_and_writes_the_new()
    {
        // The hash of 3CWFddi6…, which is a P2SH address on Bitcoin as well.
        var script = AddressText.Parse(KnownChains.Litecoin, "3CWFddi6m4ndiGyKqzYvsFYagqDLPVMTzC");
        string text = AddressText.Render(KnownChains.Litecoin, script);

        Assert.StartsWith("M", text, StringComparison.Ordinal);
        Assert.Equal(script, AddressText.Parse(KnownChains.Litecoin, text));
        Assert.Equal("3CWFddi6m4ndiGyKqzYvsFYagqDLPVMTzC", AddressText.Render(KnownChains.Bitcoin, script));
    }

    [Fact]
    public void CashTokens_spellings_are_the_same_address()
    {
        // https://github.com/cashtokens/cashtokens#cashaddress-token-support: types 2 and 3 of one hash.
        var plain = AddressText.Parse(KnownChains.BitcoinCash, "bitcoincash:qr7fzmep8g7h7ymfxy74lgc0v950j3r2959lhtxxsl");

        Assert.Equal(plain, AddressText.Parse(KnownChains.BitcoinCash, "bitcoincash:zr7fzmep8g7h7ymfxy74lgc0v950j3r295z4y4gq0v"));
    }

    [Theory]
    [InlineData("eip155:1", "0x75497999432B8701330fB68058bd21918C02AC59", "checksum")]
    [InlineData("eip155:1", "75497999432B8701330fB68058bd21918C02Ac59", "prefix")]
    [InlineData("eip155:1", "0x75497999432B8701330fB68058bd21918C02Ac5", "length")]
    [InlineData("eip155:1", "0x75497999432B8701330fB68058bd21918C02Ac5g", "character")]
    [InlineData("eip155:1", "", "prefix")]
    [InlineData("bip122:000000000019d6689c085ae165831e93", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", "checksum")]
    [InlineData("bip122:000000000019d6689c085ae165831e93", "1A1zP1eP5QGefi2DMPTfTL5SLmv7Divf0a", "character")]
    [InlineData("bip122:000000000019d6689c085ae165831e93", "LQtFoidy5TmLrPP77MZzgMRffqPsmRfMXE", "prefix")]
    [InlineData("bip122:000000000019d6689c085ae165831e93", "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx", "prefix")]
    [InlineData("bip122:000000000019d6689c085ae165831e93", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3T4", "case")]
    [InlineData("tron:0x2b6653dc", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "prefix")]
    [InlineData("solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp", "1111111111111111111111111111111", "length")]
    public void A_bad_text_is_refused_with_the_chain_the_text_and_the_fault(string chain, string text, string fault)
    {
        var id = ChainId.Parse(chain);

        var refusal = Assert.Throws<FormatException>(() => AddressText.Parse(id, text));

        Assert.Contains(chain, refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"'{text}'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(fault, refusal.Message, StringComparison.Ordinal);
        Assert.False(AddressText.TryParse(id, text, out var address));
        Assert.Equal(default, address);
    }

    [Fact]
    public void Null_is_no_address() => Assert.False(AddressText.TryParse(KnownChains.Bitcoin, null, out _));

    [Fact]
    public void An_address_of_another_family_cannot_be_written()
    {
        var witness = AddressText.Parse(KnownChains.Bitcoin, "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4");

        Assert.All(
            [KnownChains.Ethereum, KnownChains.Dogecoin, KnownChains.BitcoinCash, KnownChains.Tron, KnownChains.Xrp, KnownChains.Solana],
            chain => Assert.Throws<FormatException>(() => AddressText.Render(chain, witness)));
    }

    [Theory]
    [InlineData("0x75497999432b8701330fb68058bd21918c02ac59")]
    [InlineData("eip155:1")]
    [InlineData("eip155::0x75497999432b8701330fb68058bd21918c02ac59")]
    [InlineData("aleo:1:abc")]
    public void Only_CAIP10_accounts_of_known_chains_are_read(string text) =>
        Assert.Throws<FormatException>(() => AddressText.ParseCaip10(text));

    [Fact]
    public void A_CAIP10_name_has_no_CashAddr_prefix()
    {
        var address = AddressText.Parse(KnownChains.BitcoinCash, "1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu");

        Assert.Equal(
            "bip122:000000000000000000651ef99cb9fcbe:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
            AddressText.ToCaip10(KnownChains.BitcoinCash, address));
    }
}

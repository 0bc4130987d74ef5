using CsCheck;
using Spoor.Transfers;

namespace Spoor.Tests.Transfers;

public sealed class AddressTextTests
{
    private const string Thief = "0x75497999432B8701330fB68058bd21918C02Ac59";

    // What the bytes of an address can be, by chain.
    private static readonly (ChainId Chain, AddressKind Kind, int Length)[] Shapes =
    [
        (Chains.Ethereum, AddressKind.Account20, 20),
        (ChainId.Parse("eip155:30"), AddressKind.Account20, 20),
        (ChainId.Parse("eip155:999999"), AddressKind.Account20, 20),
        (Chains.Bitcoin, AddressKind.PubKeyHash, 20),
        (Chains.Bitcoin, AddressKind.ScriptHash, 20),
        (Chains.Bitcoin, AddressKind.Witness0, 20),
        (Chains.Bitcoin, AddressKind.Witness0, 32),
        (Chains.Bitcoin, AddressKind.Witness0 + 1, 32),
        (Chains.Bitcoin, AddressKind.Witness0 + 16, 40),
        (Chains.Litecoin, AddressKind.PubKeyHash, 20),
        (Chains.Litecoin, AddressKind.ScriptHash, 20),
        (Chains.Litecoin, AddressKind.Witness0, 20),
        (Chains.Dogecoin, AddressKind.PubKeyHash, 20),
        (Chains.Dogecoin, AddressKind.ScriptHash, 20),
        (Chains.BitcoinCash, AddressKind.PubKeyHash, 20),
        (Chains.BitcoinCash, AddressKind.ScriptHash, 20),
        (Chains.BitcoinCash, AddressKind.ScriptHash, 32),
        (Chains.Tron, AddressKind.Account20, 20),
        (Chains.Xrp, AddressKind.Xrp, 20),
        (Chains.Solana, AddressKind.Solana, 32),
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
        var checksummed = AnyAddress.Where(it => it.Chain != Chains.Solana && it.Chain.Namespace != "eip155");

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
            char[] text = AddressText.Render(Chains.Ethereum, new(AddressKind.Account20, bytes)).ToCharArray();
            if (!char.IsLetter(text[place]))
            {
                return true;
            }

            text[place] = (char)(text[place] ^ 0x20);
            bool mixed = text.Skip(2).Any(char.IsUpper) && text.Skip(2).Any(char.IsLower);
            return AddressText.TryParse(Chains.Ethereum, new(text), out _) != mixed;
        });

    [Fact]
    public void A_text_in_one_case_is_accepted_without_a_checksum()
    {
        var expected = AddressText.Parse(Chains.Ethereum, Thief);

        Assert.Equal(expected, AddressText.Parse(Chains.Ethereum, Thief.ToLowerInvariant()));
        Assert.Equal(expected, AddressText.Parse(Chains.Ethereum, "0x" + Thief[2..].ToUpperInvariant()));
    }

    [Fact]
    public void The_same_account_is_written_as_each_chain_writes_it()
    {
        var account = Chains.Account("4450cf8c8b6a8229b7f628e36b3a658e84441b6f");

        Assert.Equal("TGCRkw1Vq759FBCrwxkZGgqZbRX1WkBHSu", AddressText.Render(Chains.Tron, account));
        Assert.Equal("0x4450cf8c8b6a8229b7f628e36b3a658e84441b6f", AddressText.Render(Chains.Ethereum, account).ToLowerInvariant());
    }

    [Theory]
    [InlineData("TGCRkw1Vq759FBCrwxkZGgqZbRX1WkBHSu")]
    [InlineData("0x4450cf8c8b6a8229b7f628e36b3a658e84441b6f")]
    [InlineData("414450cf8c8b6a8229b7f628e36b3a658e84441b6f")]
    [InlineData("414450CF8C8B6A8229B7F628E36B3A658E84441B6F")]
    [InlineData("0x414450cf8c8b6a8229b7f628e36b3a658e84441b6f")]
    public void Tron_reads_Base58_and_both_spellings_in_hex(string text) =>
        Assert.Equal(Chains.Account("4450cf8c8b6a8229b7f628e36b3a658e84441b6f"), AddressText.Parse(Chains.Tron, text));

    [Fact]
    public void Litecoin_reads_the_old_spelling_of_a_script_and_writes_the_new()
    {
        // The hash of 3CWFddi6…, which is a P2SH address on Bitcoin as well.
        var script = AddressText.Parse(Chains.Litecoin, "3CWFddi6m4ndiGyKqzYvsFYagqDLPVMTzC");
        string text = AddressText.Render(Chains.Litecoin, script);

        Assert.StartsWith("M", text, StringComparison.Ordinal);
        Assert.Equal(script, AddressText.Parse(Chains.Litecoin, text));
        Assert.Equal("3CWFddi6m4ndiGyKqzYvsFYagqDLPVMTzC", AddressText.Render(Chains.Bitcoin, script));
    }

    [Fact]
    public void CashTokens_spellings_are_the_same_address()
    {
        // https://github.com/cashtokens/cashtokens#cashaddress-token-support: types 2 and 3 of one hash.
        var plain = AddressText.Parse(Chains.BitcoinCash, "bitcoincash:qr7fzmep8g7h7ymfxy74lgc0v950j3r2959lhtxxsl");

        Assert.Equal(plain, AddressText.Parse(Chains.BitcoinCash, "bitcoincash:zr7fzmep8g7h7ymfxy74lgc0v950j3r295z4y4gq0v"));
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
    public void Null_is_no_address() => Assert.False(AddressText.TryParse(Chains.Bitcoin, null, out _));

    [Fact]
    public void An_address_of_another_family_cannot_be_written()
    {
        var witness = AddressText.Parse(Chains.Bitcoin, "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4");

        Assert.All(
            [Chains.Ethereum, Chains.Dogecoin, Chains.BitcoinCash, Chains.Tron, Chains.Xrp, Chains.Solana],
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
        var address = AddressText.Parse(Chains.BitcoinCash, "1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu");

        Assert.Equal(
            "bip122:000000000000000000651ef99cb9fcbe:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
            AddressText.ToCaip10(Chains.BitcoinCash, address));
    }
}

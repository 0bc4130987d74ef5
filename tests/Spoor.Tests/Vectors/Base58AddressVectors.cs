using Spoor.Tests.Transfers;
using Spoor.Transfers;
using Spoor.Transfers.Codecs;

namespace Spoor.Tests.Vectors;

/// <summary>Published addresses of the chains that write Base58 or CashAddr, with the hashes they stand for.</summary>
public sealed class Base58AddressVectors
{
    // Bitcoin: the address of the genesis block. XRP: https://xrpl.org/docs/references/protocol/data-types/base58-encodings and
    // ACCOUNT_ZERO of https://xrpl.org/docs/concepts/accounts/addresses#special-addresses. Solana: the system program.
    // Tron: accounts in use, hex and Base58 as nodes answer them.
    [Theory]
    [InlineData("bitcoin", AddressKind.PubKeyHash, "62e907b15cbf27d5425399ebf6f0fb50ebb88f18", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")]
    [InlineData("tron", AddressKind.Account20, "4450cf8c8b6a8229b7f628e36b3a658e84441b6f", "TGCRkw1Vq759FBCrwxkZGgqZbRX1WkBHSu")]
    [InlineData("tron", AddressKind.Account20, "e552f6487585c2b58bc2c9bb4492bc1f17132cd0", "TWsm8HtU2A5eEzoT8ev8yaoFjHsXLLrckb")]
    [InlineData("tron", AddressKind.Account20, "5095d4f4d26ebc672ca12fc0e3a48d6ce3b169d2", "THKJYuUmMKKARNf7s2VT51g5uPY6KEqnat")]
    [InlineData("xrp", AddressKind.Xrp, "ba8e78626ee42c41b46d46c3048df3a1c3c87072", "rJrRMgiRgrU6hDF4pgu5DXQdWyPbY35ErN")]
    [InlineData("xrp", AddressKind.Xrp, "0000000000000000000000000000000000000000", "rrrrrrrrrrrrrrrrrrrrrhoLvTp")]
    [InlineData("solana", AddressKind.Solana, "0000000000000000000000000000000000000000000000000000000000000000", "11111111111111111111111111111111")]
    public void An_address_is_its_bytes(string chain, AddressKind kind, string hex, string text)
    {
        var id = ChainRegistry.Find(chain).Id;
        var expected = new Address(kind, Convert.FromHexString(hex));

        Assert.Equal(expected, AddressText.Parse(id, text));
        Assert.Equal(text, AddressText.Render(id, expected));
    }

    // https://github.com/bitcoincashorg/bitcoincash.org/blob/master/spec/cashaddr.md#examples-of-address-translation
    [Theory]
    [InlineData("1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu", "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a")]
    [InlineData("1KXrWXciRDZUpQwQmuM1DbwsKDLYAYsVLR", "bitcoincash:qr95sy3j9xwd2ap32xkykttr4cvcu7as4y0qverfuy")]
    [InlineData("16w1D5WRVKJuZUsSRzdLp9w3YGcgoxDXb", "bitcoincash:qqq3728yw0y47sqn6l2na30mcw6zm78dzqre909m2r")]
    [InlineData("3CWFddi6m4ndiGyKqzYvsFYagqDLPVMTzC", "bitcoincash:ppm2qsznhks23z7629mms6s4cwef74vcwvn0h829pq")]
    [InlineData("3LDsS579y7sruadqu11beEJoTjdFiFCdX4", "bitcoincash:pr95sy3j9xwd2ap32xkykttr4cvcu7as4yc93ky28e")]
    [InlineData("31nwvkZwyPdgzjBJZXfDmSWsC4ZLKpYyUw", "bitcoincash:pqq3728yw0y47sqn6l2na30mcw6zm78dzq5ucqzc37")]
    public void Bitcoin_Cash_reads_three_spellings_and_writes_one(string legacy, string cash)
    {
        string[] spellings = [legacy, cash, cash["bitcoincash:".Length..], cash.ToUpperInvariant()];

        Assert.All(
            spellings, text => Assert.Equal(cash, AddressText.Render(KnownChains.BitcoinCash, AddressText.Parse(KnownChains.BitcoinCash, text))));
    }

    // https://github.com/bitcoincashorg/bitcoincash.org/blob/master/spec/cashaddr.md#larger-test-vectors; the other sizes have no use.
    [Theory]
    [InlineData(AddressKind.PubKeyHash, "bitcoincash:qr6m7j9njldwwzlg9v7v53unlr4jkmx6eylep8ekg2", "f5bf48b397dae70be82b3cca4793f8eb2b6cdac9")]
    [InlineData(AddressKind.ScriptHash, "bchtest:pr6m7j9njldwwzlg9v7v53unlr4jkmx6eyvwc0uz5t", "f5bf48b397dae70be82b3cca4793f8eb2b6cdac9")]
    [InlineData(AddressKind.ScriptHash, "pref:pr6m7j9njldwwzlg9v7v53unlr4jkmx6ey65nvtks5", "f5bf48b397dae70be82b3cca4793f8eb2b6cdac9")]
    public void CashAddr_of_any_prefix_is_its_hash(AddressKind kind, string text, string hex)
    {
        var format = new UtxoAddressFormat
        {
            PubKeyHashVersion = new(0, 1),
            ScriptHashVersions = [new(5, 1)],
            CashPrefix = text[..text.IndexOf(':', StringComparison.Ordinal)],
        };

        Assert.Equal(AddressFault.None, format.Read(text, out var address));
        Assert.Equal(new(kind, Convert.FromHexString(hex)), address);
        Assert.Equal(text, format.Render(address));
    }

    // https://github.com/XRPLF/XRPL-Standards/tree/master/XLS-0005-x-address-classic-tagged-address
    [Theory]
    [InlineData("X7AcgcsBL6XDcUb289X4mJ8djcdyKaB5hJDWMArnXr61cqZ", "r9cZA1mLK5R5Am25ArfXFmqgNwjZgnfk59", null)]
    [InlineData("X7AcgcsBL6XDcUb289X4mJ8djcdyKaGZMhc9YTE92ehJ2Fu", "r9cZA1mLK5R5Am25ArfXFmqgNwjZgnfk59", 1u)]
    public void An_X_address_is_a_classic_one_and_a_tag(string text, string classic, uint? tag)
    {
        Assert.Equal(classic, AddressText.Render(KnownChains.Xrp, AddressText.Parse(KnownChains.Xrp, text)));
        Assert.Equal(tag, XrpAddressFormat.DestinationTagOf(text));
        Assert.Null(XrpAddressFormat.DestinationTagOf(classic));
    }
}

using Spoor.Transfers;

namespace Spoor.Tests.Transfers;

/// <summary>Where the nonce changes its length in RLP; the published vectors are in <see cref="Vectors.EvmAddressVectors"/>.</summary>
public sealed class ContractAddressTests
{
    private static readonly Address Deployer = KnownChains.Account("6ac7ea33f8831ea9dcc53393aaa88b25a785dbf0");

    [Fact]
    public void Every_nonce_names_another_contract()
    {
        ulong[] nonces = [0, 1, 0x7f, 0x80, 0xff, 0x100, 0xffff, 0x10000, ulong.MaxValue - 1, ulong.MaxValue];

        var contracts = nonces.Select(nonce => ContractAddress.Create(Deployer, nonce)).ToHashSet();

        Assert.Equal(nonces.Length, contracts.Count);
    }

    [Fact]
    public void A_salt_of_the_wrong_length_is_refused() =>
        Assert.Throws<FormatException>(() => ContractAddress.Create2(Deployer, new byte[31], []));

    [Fact]
    public void Only_an_EVM_account_deploys() =>
        Assert.Throws<FormatException>(() => ContractAddress.Create(new(AddressKind.Xrp, new byte[20]), 0));
}

using Spoor.Transfers;

namespace Spoor.Storage.Generation;

/// <summary>What is known of a planted theft, in the terms of a trace.</summary>
/// <param name="Tx">The transaction to name after <c>--theft</c>.</param>
/// <param name="Addresses">Every address the thief used, with its distance from the theft, the first receipt being 1.</param>
public sealed record TheftTruth(TxHash Tx, AssetId Asset, Amount Amount, IReadOnlyList<(int Hop, Address Address)> Addresses)
{
    private static readonly ChainId Ethereum = ChainId.Parse("eip155:1");

    public static TheftTruth Of(SyntheticChain chain, PlantedTheft theft) => new(
        TxHash.FromBytes(chain.HashOf(theft.Start)),
        new(Ethereum, "erc20:" + SyntheticChain.Tokens[0]),
        new(PlantedTheft.Stolen),
        [.. theft.Addresses.Select(one => (one.Level, new Address(AddressKind.Account20, chain.AddressOf(one.Party))))]);
}

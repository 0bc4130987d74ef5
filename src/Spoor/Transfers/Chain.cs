using Spoor.Transfers.Codecs;

namespace Spoor.Transfers;

/// <summary>A chain as the registry knows it.</summary>
public sealed record Chain
{
    public required ChainId Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Other names people type: <c>eth</c>, <c>binance smart chain</c>.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public required ChainFamily Family { get; init; }

    public required IAddressFormat Addresses { get; init; }

    /// <summary>The chain's own coin; null where it is not known.</summary>
    public Token? Native { get; init; }

    /// <summary>How many blocks deep a transfer is taken as final; null where it is not known.</summary>
    public int? FinalityBlocks { get; init; }

    /// <summary>An explorer's page, with <c>{address}</c> where the address goes.</summary>
    public string? AddressPage { get; init; }

    /// <summary>An explorer's page, with <c>{transaction}</c> where the hash goes.</summary>
    public string? TransactionPage { get; init; }

    public bool IsUtxo => Family == ChainFamily.Utxo;

    public string? PageOf(Address address) =>
        AddressPage?.Replace("{address}", Addresses.Render(address), StringComparison.Ordinal);

    public string? PageOf(TxHash transaction) =>
        TransactionPage?.Replace("{transaction}", transaction.Render(Id), StringComparison.Ordinal);

    /// <summary>The asset that a token contract stands for: <c>erc20:0x…</c> in lower case, <c>trc20:T…</c>.</summary>
    /// <exception cref="FormatException">Tokens of this family are not named by a contract.</exception>
    public AssetId TokenOf(Address contract) => Family switch
    {
        ChainFamily.Evm => new(Id, $"erc20:{Addresses.Render(contract).ToLowerInvariant()}"),
        ChainFamily.Tron => new(Id, $"trc20:{Addresses.Render(contract)}"),
        _ => throw new FormatException($"Expected an EVM chain or Tron for a token contract, found {Name} ({Id})."),
    };

    public override string ToString() => $"{Name} ({Id})";
}

using System.Runtime.InteropServices;
using Spoor.Transfers;

namespace Spoor.Screening.Grounds;

/// <summary>Takes the transfers of a chain of accounts, in order.</summary>
internal sealed class AccountGroundBuilder(ChainId chain, PriceByDay prices) : IGroundBuilder
{
    private readonly AddressNumbers _addresses = new();
    private readonly Dictionary<long, int> _holdings = [];
    private readonly List<int> _owners = [];
    private readonly List<int> _assetNumbers = [];
    private readonly Dictionary<AssetId, int> _assetsByName = [];
    private readonly List<AssetId> _assets = [];
    private readonly List<Movement> _movements = [];

    public void Add(Transfer transfer)
    {
        if (transfer.Amount.IsZero || transfer.From == transfer.To)
        {
            return;
        }

        int asset = AssetNumberOf(transfer.Asset);
        _movements.Add(new()
        {
            Amount = transfer.Amount.Units,
            Tx = transfer.Tx,
            Position = transfer.Position,
            Time = transfer.Time.ToUnixTimeSeconds(),
            Micros = prices.MicrosOf(transfer.Asset, transfer.Amount, transfer.Time),
            From = HoldingOf(transfer.From, asset),
            To = HoldingOf(transfer.To, asset),
        });
    }

    public ChainGround Build() => new AccountGround(
        chain, _addresses, [.. _movements], [.. _owners], [.. _assetNumbers], _assets, [.. _assets.Select(prices.IsListed)]);

    // Nobody owns the zero account: what comes from it is minted, what goes to it is burnt.
    private int HoldingOf(Address? address, int asset)
    {
        if (address is not { IsZeroAccount: false } owner)
        {
            return AddressNumbers.Nobody;
        }

        int number = _addresses.Add(owner);
        ref int holding = ref CollectionsMarshal.GetValueRefOrAddDefault(_holdings, ((long)number << 32) | (uint)asset, out bool known);
        if (!known)
        {
            holding = _owners.Count;
            _owners.Add(number);
            _assetNumbers.Add(asset);
        }

        return holding;
    }

    private int AssetNumberOf(AssetId asset)
    {
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_assetsByName, asset, out bool known);
        if (!known)
        {
            number = _assets.Count;
            _assets.Add(asset);
        }

        return number;
    }
}

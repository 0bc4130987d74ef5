using System.Numerics;
using Spoor.Transfers;

namespace Spoor.Detection.Steps;

/// <summary>What a transaction took from an owner and brought to it, net, by the address on the other side.</summary>
/// <remarks>Used again for every transaction, because making its tables anew would cost more than filling them.</remarks>
internal sealed class TransactionFlows(AssetWorth worth)
{
    // One batch may pay thousands; the largest tell the story, the rest are summed as one without an address.
    private const int MostPayouts = 64;

    private readonly Dictionary<AssetId, (BigInteger Net, int Purse)> _own = [];
    private readonly Dictionary<(AssetId Asset, Address? Address), BigInteger> _others = [];
    private readonly List<(Address? Address, BigInteger Units)> _gains = [];
    private DateTimeOffset _time;
    private bool _hasUnknownInput;

    public void Begin(DateTimeOffset time)
    {
        _own.Clear();
        _others.Clear();
        _time = time;
        _hasUnknownInput = false;
    }

    /// <summary>Adds a movement; places that are null are not the owner's.</summary>
    public void Take(Transfer transfer, BigInteger units, WatchedPlace? from, WatchedPlace? to)
    {
        // The source does not say how much an own input held, so outputs are taken whole.
        _hasUnknownInput |= from is not null && transfer.Quality == AmountQuality.Unknown;
        if (transfer.Kind != TransferKind.Fee)
        {
            Move(transfer, from, transfer.From, -units, isSide: transfer.Kind != TransferKind.UtxoOut);
            Move(transfer, to, transfer.To, units, isSide: transfer.Kind != TransferKind.UtxoIn);
        }
    }

    public IReadOnlyList<Payout> Payouts()
    {
        List<Payout>? payouts = null;
        foreach (var (asset, (net, purse)) in _own)
        {
            if (net.Sign < 0 || (_hasUnknownInput && net.IsZero))
            {
                AddPayouts(payouts ??= new(1), purse, asset, -net);
            }
        }

        return payouts ?? (IReadOnlyList<Payout>)[];
    }

    public IReadOnlyList<Receipt> Receipts()
    {
        List<Receipt>? receipts = null;
        foreach (var (asset, (net, purse)) in _own)
        {
            if (net.Sign > 0)
            {
                (receipts ??= new(1)).Add(new(purse, PayerOf(asset), asset, net, worth.Of(asset, net, _time)));
            }
        }

        return receipts ?? (IReadOnlyList<Receipt>)[];
    }

    // Who gave most.
    private Address? PayerOf(AssetId asset)
    {
        Address? payer = null;
        var most = BigInteger.Zero;
        foreach (var ((given, address), units) in _others)
        {
            if (given == asset && units < most)
            {
                (payer, most) = (address, units);
            }
        }

        return payer;
    }

    private void Move(Transfer transfer, WatchedPlace? own, Address? address, BigInteger units, bool isSide)
    {
        if (own is { } place)
        {
            // The purse that pays names the outflow; one that only receives must not.
            bool isSeen = _own.TryGetValue(transfer.Asset, out var before);
            _own[transfer.Asset] = (before.Net + units, units.Sign < 0 || !isSeen ? place.Purse : before.Purse);
        }
        else if (isSide)
        {
            // Tokens sent to the zero account are burnt: nobody got them.
            var party = transfer.Kind == TransferKind.Token && address is { IsZeroAccount: true } ? null : address;
            _others[(transfer.Asset, party)] = _others.GetValueOrDefault((transfer.Asset, party)) + units;
        }
    }

    private void AddPayouts(List<Payout> payouts, int purse, AssetId asset, BigInteger gone)
    {
        var sum = ReadGains(asset);
        bool isShared = !_hasUnknownInput && sum > gone;
        var rest = gone;
        for (int i = 0; i < Math.Min(_gains.Count, MostPayouts); i++)
        {
            var (address, units) = _gains[i];
            var own = isShared ? units * gone / sum : units;
            rest -= own;
            Add(payouts, purse, asset, address, own);
        }

        // What the recipients do not account for: burnt, beyond the largest, or a miner's fee that no row tells of.
        bool isFee = ChainRegistry.IsUtxo(asset.Chain) && _gains.Count is > 0 and <= MostPayouts;
        if (rest.Sign > 0 && !isFee)
        {
            Add(payouts, purse, asset, null, rest);
        }
    }

    // Who got of an asset, the largest first.
    private BigInteger ReadGains(AssetId asset)
    {
        _gains.Clear();
        var sum = BigInteger.Zero;
        foreach (var ((given, address), units) in _others)
        {
            if (given == asset && units.Sign > 0)
            {
                _gains.Add((address, units));
                sum += units;
            }
        }

        if (_gains.Count > 1)
        {
            _gains.Sort((left, right) => right.Units.CompareTo(left.Units) is var order && order != 0 ? order : Nullable.Compare(left.Address, right.Address));
        }

        return sum;
    }

    private void Add(List<Payout> payouts, int purse, AssetId asset, Address? to, BigInteger units)
    {
        if (units.Sign > 0)
        {
            payouts.Add(new(purse, to, asset, units, worth.Of(asset, units, _time)));
        }
    }
}

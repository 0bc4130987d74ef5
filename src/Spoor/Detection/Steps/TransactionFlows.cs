using System.Numerics;
using Spoor.Transfers;

namespace Spoor.Detection.Steps;

/// <summary>What a transaction took from an owner and brought to it, net, by the address on the other side.</summary>
internal sealed class TransactionFlows
{
    // One batch may pay thousands; the largest tell the story, the rest are summed as one without an address.
    private const int MostPayouts = 64;

    private readonly TransactionSlice _slice;
    private readonly AssetWorth _worth;
    private readonly bool _hasUnknownInput;
    private readonly Dictionary<AssetId, BigInteger> _own = [];
    private readonly Dictionary<AssetId, int> _purses = [];
    private readonly Dictionary<(AssetId Asset, Address? Address), BigInteger> _others = [];

    /// <param name="counts">Which transfers are believed.</param>
    /// <param name="hasUnknownInput">The source does not say how much an own input held, so outputs are taken whole.</param>
    public TransactionFlows(TransactionSlice slice, int owner, AssetWorth worth, Func<Transfer, bool> counts, bool hasUnknownInput)
    {
        _slice = slice;
        _worth = worth;
        _hasUnknownInput = hasUnknownInput;
        for (int i = slice.Start; i < slice.End; i++)
        {
            var transfer = slice.Block.Transfers[i];
            if (transfer.Kind != TransferKind.Fee && counts(transfer))
            {
                Take(transfer, owner);
            }
        }
    }

    public IReadOnlyList<Payout> Payouts()
    {
        List<Payout> payouts = [];
        foreach (var (asset, net) in _own)
        {
            if (net.Sign < 0 || (_hasUnknownInput && net.IsZero))
            {
                AddPayouts(payouts, asset, -net);
            }
        }

        return payouts;
    }

    public IReadOnlyList<Receipt> Receipts()
    {
        List<Receipt> receipts = [];
        foreach (var (asset, net) in _own)
        {
            if (net.Sign > 0)
            {
                var payer = _others.Where(other => other.Key.Asset == asset && other.Value.Sign < 0).OrderBy(other => other.Value).Select(other => other.Key.Address).FirstOrDefault();
                receipts.Add(new(_purses[asset], payer, asset, net, _worth.Of(asset, net, _slice.Block.Time)));
            }
        }

        return receipts;
    }

    private void Take(Transfer transfer, int owner)
    {
        var units = (BigInteger)transfer.Amount.Units;
        Move(transfer, owner, transfer.From, -units, isSide: transfer.Kind != TransferKind.UtxoOut);
        Move(transfer, owner, transfer.To, units, isSide: transfer.Kind != TransferKind.UtxoIn);
    }

    private void Move(Transfer transfer, int owner, Address? address, BigInteger units, bool isSide)
    {
        if (_slice.WalletOf(owner, address) is { } place)
        {
            _own[transfer.Asset] = _own.GetValueOrDefault(transfer.Asset) + units;

            // The purse that pays names the outflow; one that only receives must not.
            if (units.Sign < 0 || !_purses.ContainsKey(transfer.Asset))
            {
                _purses[transfer.Asset] = place.Purse;
            }
        }
        else if (isSide)
        {
            // Tokens sent to the zero account are burnt: nobody got them.
            var party = transfer.Kind == TransferKind.Token && address is { IsZeroAccount: true } ? null : address;
            _others[(transfer.Asset, party)] = _others.GetValueOrDefault((transfer.Asset, party)) + units;
        }
    }

    private void AddPayouts(List<Payout> payouts, AssetId asset, BigInteger gone)
    {
        var gains = _others.Where(other => other.Key.Asset == asset && other.Value.Sign > 0)
            .Select(other => (other.Key.Address, Units: other.Value))
            .OrderByDescending(gain => gain.Units).ThenBy(gain => gain.Address).ToList();
        var sum = gains.Aggregate(BigInteger.Zero, (total, gain) => total + gain.Units);
        bool isShared = !_hasUnknownInput && sum > gone;
        var rest = gone;
        foreach (var (address, units) in gains.Take(MostPayouts))
        {
            var own = isShared ? units * gone / sum : units;
            rest -= own;
            Add(payouts, asset, address, own);
        }

        // What the recipients do not account for: burnt, beyond the largest, or a miner's fee that no row tells of.
        bool isFee = ChainRegistry.IsUtxo(asset.Chain) && gains.Count is > 0 and <= MostPayouts;
        if (rest.Sign > 0 && !isFee)
        {
            Add(payouts, asset, null, rest);
        }
    }

    private void Add(List<Payout> payouts, AssetId asset, Address? to, BigInteger units)
    {
        if (units.Sign > 0)
        {
            payouts.Add(new(_purses[asset], to, asset, units, _worth.Of(asset, units, _slice.Block.Time)));
        }
    }
}

using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>What the addresses of a run exchanged, found in their histories the first time it is asked for.</summary>
internal sealed class ConversionBook(RunContext run)
{
    private static readonly Dictionary<TxHash, Conversion> Nothing = [];

    private readonly Dictionary<(ChainId, Address), Dictionary<TxHash, Conversion>> _byAddress = [];
    private readonly Dictionary<(ChainId, TxHash), Conversion?> _forOthers = [];

    /// <summary>The exchange of which a movement is a part at this address; null for a plain payment.</summary>
    public Conversion? Of(Transfer row, Address address)
    {
        if (!IsMovement(row) || !run.Request.FollowSwaps)
        {
            return null;
        }

        var key = (row.Chain, address);
        if (!_byAddress.TryGetValue(key, out var conversions))
        {
            _byAddress[key] = conversions = Find(row.Chain, address);
        }

        return conversions.TryGetValue(row.Tx, out var conversion) && conversion.Covers(address, row.Asset) ? conversion : null;
    }

    private static bool IsMovement(Transfer row) => row.Output is null && row.Kind != TransferKind.Fee && row.From != row.To;

    // With one asset there is nothing to exchange it for, but a bridge may take it.
    private Dictionary<TxHash, Conversion> Find(ChainId chain, Address address)
    {
        var assets = run.Histories.AssetsOf(chain, address);
        if (assets.Count < 2 && !run.Crossings.LeaveFrom(chain))
        {
            return Nothing;
        }

        return assets.SelectMany(asset => run.Histories.Of(new(address, asset)))
            .Where(IsMovement)
            .GroupBy(row => row.Tx)
            .Select(rows => (Tx: rows.Key, Conversion: Read(address, [.. rows])))
            .Where(found => found.Conversion is not null)
            .ToDictionary(found => found.Tx, found => found.Conversion!);
    }

    // What is the theft itself, or comes out of a bridge, is a payment whatever else happens in its transaction.
    private Conversion? Read(Address address, List<Transfer> rows)
    {
        if (run.Crossings.ArriveIn(rows[0].Chain, rows[0].Tx) || rows.Exists(row => run.Claims.ClaimOn(row) is not null))
        {
            return null;
        }

        var nets = NetPosition.Of(rows).Where(net => net.Holding.Address == address && !net.Net.IsZero).ToList();
        List<ConvertedAmount> given = [.. nets.Where(IsGiven).Select(AmountOf)];
        List<ConvertedAmount> received = [.. nets.Where(net => !IsGiven(net)).Select(AmountOf)];
        if (given.Count > 0 && received.Count > 0)
        {
            return new() { First = rows.Min(run.Orientation)!, Address = address, Recipient = address, Given = given, Received = received };
        }

        var crossings = given.Count == 1 ? run.Crossings.LeavingIn(rows[0].Chain, rows[0].Tx, address, given[0]) : [];
        return crossings.Count > 0
            ? new() { First = rows.Min(run.Orientation)!, Address = address, Recipient = address, Given = given, Received = [], Crossings = crossings }
            : nets.Count == 1 ? ForAnother(rows[0]) : null;
    }

    private bool IsGiven(NetPosition net) => net.IsSource == run.Orientation.Forward;

    private static ConvertedAmount AmountOf(NetPosition net) => new(net.Holding.Asset, new((UInt128)System.Numerics.BigInteger.Abs(net.Net)));

    private Conversion? ForAnother(Transfer row)
    {
        var key = (row.Chain, row.Tx);
        if (!_forOthers.TryGetValue(key, out var conversion))
        {
            _forOthers[key] = conversion = ReadForAnother([.. run.Histories.TransactionOf(row.Chain, row.Tx).Where(IsMovement)]);
        }

        return conversion;
    }

    // One address only pays and another only gets, each one asset, not the same, and everyone between passes on: the second was bought for with the first's.
    private Conversion? ReadForAnother(List<Transfer> rows)
    {
        var ofAddress = NetPosition.Of(rows).Where(net => !net.Net.IsZero).GroupBy(net => net.Holding.Address).ToList();
        var payers = ofAddress.Where(nets => nets.All(IsGiven)).SelectMany(nets => nets).ToList();
        var payees = ofAddress.Where(nets => !nets.Any(IsGiven)).SelectMany(nets => nets).ToList();
        return payers is [{ } payer] && payees is [{ } payee] && payer.Holding.Asset != payee.Holding.Asset && ofAddress.Count > 2
            ? new()
            {
                First = rows.Where(row => IsOf(row, payer.Holding) || IsOf(row, payee.Holding)).Min(run.Orientation)!,
                Address = payer.Holding.Address,
                Recipient = payee.Holding.Address,
                Given = [AmountOf(payer)],
                Received = [AmountOf(payee)],
                Delivery = rows.First(row => run.Orientation.Payee(row) == payee.Holding.Address && row.Asset == payee.Holding.Asset),
            }
            : null;
    }

    private static bool IsOf(Transfer row, Holding holding) => row.Asset == holding.Asset && (row.From == holding.Address || row.To == holding.Address);
}

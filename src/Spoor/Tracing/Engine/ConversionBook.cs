using System.Numerics;
using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>What the addresses of a run exchanged, found in their histories the first time it is asked for.</summary>
internal sealed class ConversionBook(RunContext run)
{
    // One twentieth of what was given may stay with those who take a fee.
    private const int Fee = 20;

    private readonly Dictionary<(ChainId, Address), Dictionary<TxHash, Conversion>> _byAddress = [];
    private readonly Dictionary<(ChainId, TxHash), Conversion?> _forOthers = [];

    /// <summary>The exchange of which a movement is a part at this address; null for a plain payment.</summary>
    public Conversion? Of(Transfer row, Address address)
    {
        if (!IsMovement(row) || !run.Request.FollowSwaps || !MayExchange(row.Chain))
        {
            return null;
        }

        // Whoever moved one asset exchanged nothing for himself, but may have bought for another.
        if (run.Histories.AssetsOf(row.Chain, address).Count < 2 && !run.Crossings.LeaveFrom(row.Chain))
        {
            return ForAnother(row) is { } bought && bought.Covers(address, row.Asset) ? bought : null;
        }

        var key = (row.Chain, address);
        if (!_byAddress.TryGetValue(key, out var conversions))
        {
            _byAddress[key] = conversions = Find(row.Chain, address);
        }

        return conversions.TryGetValue(row.Tx, out var conversion) && conversion.Covers(address, row.Asset) ? conversion : null;
    }

    private bool MayExchange(ChainId chain) => run.Histories.MovedSeveralAssets(chain) || run.Crossings.LeaveFrom(chain);

    private static bool IsMovement(Transfer row) => row.Output is null && row.Kind != TransferKind.Fee && row.From != row.To;

    private Dictionary<TxHash, Conversion> Find(ChainId chain, Address address)
    {
        return run.Histories.AssetsOf(chain, address).SelectMany(asset => run.Histories.Of(new(address, asset)))
            .Where(IsMovement)
            .GroupBy(row => row.Tx)
            .Select(rows => (Tx: rows.Key, Conversion: Read(address, [.. rows])))
            .Where(found => found.Conversion is not null)
            .ToDictionary(found => found.Tx, found => found.Conversion!);
    }

    // In the transaction of the theft itself, and in one in which a bridge pays out, every movement is a payment.
    private bool IsApart(List<Transfer> rows) =>
        rows.Count == 0 || run.Crossings.ArriveIn(rows[0].Chain, rows[0].Tx) || run.Claims.ClaimsIn(rows[0].Chain, rows[0].Tx);

    private Conversion? Read(Address address, List<Transfer> rows)
    {
        if (IsApart(rows))
        {
            return null;
        }

        var nets = NetPosition.Of(rows).Where(net => net.Holding.Address == address && !net.Net.IsZero).ToList();
        List<ConvertedAmount> given = [.. nets.Where(IsGiven).Select(AmountOf)];
        List<ConvertedAmount> received = [.. nets.Where(net => !IsGiven(net)).Select(AmountOf)];
        if (Crossed(address, rows, given) is { } crossed)
        {
            return crossed;
        }

        return given.Count == 0 || received.Count == 0
            ? nets.Count == 1 ? ForAnother(rows[0]) : null
            : Exchange(address, rows, nets);
    }

    // What a bridge asks for its message, in coins, is paid beside what it takes.
    private Conversion? Crossed(Address address, List<Transfer> rows, List<ConvertedAmount> given)
    {
        foreach (var side in given)
        {
            var crossings = run.Crossings.LeavingIn(rows[0].Chain, rows[0].Tx, address, side, given.Count == 1, () => OnlyPayer(rows[0]) == address);
            if (crossings.Count > 0)
            {
                return new() { First = rows.Min(run.Orientation)!, Address = address, Recipient = address, Given = [side], Received = [], Crossings = crossings };
            }
        }

        return null;
    }

    /// <summary>Who alone gave more than he got in a transaction; null where there are several.</summary>
    private Address? OnlyPayer(Transfer row)
    {
        var payers = WholeOf(row).GroupBy(net => net.Holding.Address).Where(nets => nets.All(IsGiven)).ToList();
        return payers.Count == 1 ? payers[0].Key : null;
    }

    // What was given to somebody who gave nothing for it was paid, unless that is the contract of what was got: a vault, a wrapper. What came from
    // somebody who got nothing for it was a present. The rest was exchanged, if anything is left on both sides.
    private Conversion? Exchange(Address address, List<Transfer> rows, List<NetPosition> nets)
    {
        var got = nets.Where(net => net.IsSink).Select(net => net.Holding.Asset).ToList();
        if (!nets.TrueForAll(net => IsListed(net.Holding.Asset)))
        {
            return null;
        }

        // Between one who buys and another who gets it, everybody exchanges.
        var oneSided = (ForAnother(rows[0]) is null ? WholeOf(rows[0]) : []).Where(net => net.Holding.Address != address)
            .GroupBy(net => net.Holding.Address)
            .Where(of => of.All(net => net.IsSource) || (of.All(net => net.IsSink) && !got.Exists(asset => IsContractOf(asset, of.Key))))
            .SelectMany(of => of)
            .ToLookup(net => net.Holding.Asset, net => net.Net);
        var parts = nets.ConvertAll(net => (Net: net, Beside: BesideOf(net, oneSided[net.Holding.Asset])));
        if (parts.Exists(part => part.Net.IsSource && IsSome(part.Beside, part.Net) && !IsAll(part.Beside, part.Net)))
        {
            return null;
        }

        List<NetPosition> exchanged = [.. parts.Where(part => !IsAll(part.Beside, part.Net)).Select(part => part.Net)];
        return exchanged.Exists(net => net.IsSource) && exchanged.Exists(net => net.IsSink)
            ? new()
            {
                First = rows.Min(run.Orientation)!,
                Address = address,
                Recipient = address,
                Given = [.. exchanged.Where(IsGiven).Select(AmountOf)],
                Received = [.. exchanged.Where(net => !IsGiven(net)).Select(AmountOf)],
            }
            : null;
    }

    // Of what the address gave, what others only got; of what it got, what others only gave.
    private static BigInteger BesideOf(NetPosition net, IEnumerable<BigInteger> others) =>
        BigInteger.Abs(others.Where(other => other.Sign == -net.Net.Sign).Aggregate(BigInteger.Zero, (sum, other) => sum + other));

    private static bool IsSome(BigInteger part, NetPosition net) => Fee * part > BigInteger.Abs(net.Net);

    private static bool IsAll(BigInteger part, NetPosition net) => Fee * part >= (Fee - 1) * BigInteger.Abs(net.Net);

    private bool IsListed(AssetId asset) => run.Request.Tokens.TryGet(asset, out _) || asset.Reference.StartsWith("slip44:", StringComparison.Ordinal);

    private static bool IsContractOf(AssetId asset, Address address) =>
        asset.Reference.EndsWith(AddressText.Render(asset.Chain, address), StringComparison.OrdinalIgnoreCase);

    private bool IsGiven(NetPosition net) => net.IsSource == run.Orientation.Forward;

    private static ConvertedAmount AmountOf(NetPosition net) => new(net.Holding.Asset, new((UInt128)BigInteger.Abs(net.Net)));

    private List<NetPosition> WholeOf(Transfer row) =>
        [.. NetPosition.Of(run.Histories.TransactionOf(row.Chain, row.Tx).Where(IsMovement)).Where(net => !net.Net.IsZero)];

    private Conversion? ForAnother(Transfer row)
    {
        var key = (row.Chain, row.Tx);
        if (!_forOthers.TryGetValue(key, out var conversion))
        {
            var rows = run.Histories.TransactionOf(row.Chain, row.Tx);
            _forOthers[key] = conversion = rows.Count < 3 || rows.All(one => one.Asset == row.Asset) ? null : ReadForAnother([.. rows.Where(IsMovement)]);
        }

        return conversion;
    }

    // One address only pays and another only gets, each one asset, not the same, and everyone between passes on: the second was bought for with the first's.
    private Conversion? ReadForAnother(List<Transfer> rows)
    {
        if (IsApart(rows))
        {
            return null;
        }

        var ofAddress = NetPosition.Of(rows).Where(net => !net.Net.IsZero).GroupBy(net => net.Holding.Address).ToList();
        var payers = ofAddress.Where(nets => nets.All(IsGiven)).SelectMany(nets => nets).ToList();
        var payees = ofAddress.Where(nets => !nets.Any(IsGiven)).SelectMany(nets => nets).ToList();
        return payers is [{ } payer] && payees is [{ } payee] && payer.Holding.Asset != payee.Holding.Asset && ofAddress.Count > 2
            && IsListed(payee.Holding.Asset) && IsListed(payer.Holding.Asset)
            ? new()
            {
                First = rows.Where(row => IsOf(row, payer.Holding) || IsOf(row, payee.Holding)).Min(run.Orientation)!,
                Address = payer.Holding.Address,
                Recipient = payee.Holding.Address,
                Given = [AmountOf(payer)],
                Received = [AmountOf(payee)],
                Delivery = rows.First(row => run.Orientation.Payee(row) == payee.Holding.Address && row.Asset == payee.Holding.Asset && !row.Amount.IsZero),
            }
            : null;
    }

    private static bool IsOf(Transfer row, Holding holding) => row.Asset == holding.Asset && (row.From == holding.Address || row.To == holding.Address);
}

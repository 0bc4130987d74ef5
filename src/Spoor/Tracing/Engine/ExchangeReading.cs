using System.Numerics;
using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>Reads off the net positions of one transaction what an address exchanged in it, for itself or for another.</summary>
internal sealed class ExchangeReading(RunContext run)
{
    // One twentieth of what was given may stay with those who take a fee.
    private const int Fee = 20;

    private readonly SideWeighing _sides = new(run);

    public static bool IsMovement(Transfer row) => row.Output is null && row.Kind != TransferKind.Fee && row.From != row.To;

    /// <summary>The movements among rows of one transaction, without the payments that a bridge makes: they bring what they bring.</summary>
    public List<Transfer> MovementsOf(IEnumerable<Transfer> rows) => [.. rows.Where(row => IsMovement(row) && !run.Exits.Brings(row))];

    /// <param name="address">Whoever exchanged.</param>
    /// <param name="rows">All its movements in one transaction.</param>
    /// <param name="forAnother">What was bought in the transaction for somebody else.</param>
    public Conversion? Read(Address address, List<Transfer> rows, Func<Conversion?> forAnother)
    {
        var nets = NetPosition.Of(rows).Where(net => net.Holding.Address == address && !net.Net.IsZero).ToList();
        List<ConvertedAmount> given = [.. nets.Where(IsGiven).Select(AmountOf)];
        if (Crossed(address, rows, given) is { } crossed)
        {
            return crossed;
        }

        return given.Count == 0 || given.Count == nets.Count
            ? nets.Count == 1 ? forAnother() : null
            : Exchange(address, rows, nets, forAnother);
    }

    // One address only pays and another only gets, each one asset, not the same, and everyone between passes on: the second was bought for with the first's.
    public Conversion? ReadForAnother(List<Transfer> rows)
    {
        var ofAddress = NetPosition.Of(rows).Where(net => !net.Net.IsZero).GroupBy(net => net.Holding.Address).ToList();
        var payers = ofAddress.Where(nets => nets.All(IsGiven)).SelectMany(nets => nets).ToList();
        var payees = ofAddress.Where(nets => !nets.Any(IsGiven)).SelectMany(nets => nets).ToList();
        return payers is [{ } payer] && payees is [{ } payee] && payer.Holding.Asset != payee.Holding.Asset && ofAddress.Count > 2
            && run.IsListed(payee.Holding.Asset) && run.IsListed(payer.Holding.Asset)
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
    private Conversion? Exchange(Address address, List<Transfer> rows, List<NetPosition> nets, Func<Conversion?> forAnother)
    {
        var got = nets.Where(net => net.IsSink).Select(net => net.Holding.Asset).ToList();
        if (!nets.TrueForAll(net => run.IsListed(net.Holding.Asset)))
        {
            return null;
        }

        // Between one who buys and another who gets it, everybody exchanges.
        var oneSided = (forAnother() is null ? WholeOf(rows[0]) : []).Where(net => net.Holding.Address != address)
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
        return exchanged.Exists(net => net.IsSource) && exchanged.Exists(net => net.IsSink) ? ConversionOf(address, rows, exchanged) : null;
    }

    private Conversion ConversionOf(Address address, List<Transfer> rows, List<NetPosition> exchanged)
    {
        var first = rows.Min(run.Orientation)!;
        var given = _sides.Of([.. exchanged.Where(IsGiven).Select(AmountOf)], first, address);
        var received = _sides.Of([.. exchanged.Where(net => !IsGiven(net)).Select(AmountOf)], first, address);
        return new()
        {
            First = first,
            Address = address,
            Recipient = address,
            Given = given.Sides,
            GivenWeights = given.Weights,
            Received = received.Sides,
            ReceivedWeights = received.Weights,
        };
    }

    // Of what the address gave, what others only got; of what it got, what others only gave.
    private static BigInteger BesideOf(NetPosition net, IEnumerable<BigInteger> others) =>
        BigInteger.Abs(others.Where(other => other.Sign == -net.Net.Sign).Aggregate(BigInteger.Zero, (sum, other) => sum + other));

    private static bool IsSome(BigInteger part, NetPosition net) => Fee * part > BigInteger.Abs(net.Net);

    private static bool IsAll(BigInteger part, NetPosition net) => Fee * part >= (Fee - 1) * BigInteger.Abs(net.Net);

    private static bool IsContractOf(AssetId asset, Address address) =>
        asset.Reference.EndsWith(AddressText.Render(asset.Chain, address), StringComparison.OrdinalIgnoreCase);

    private bool IsGiven(NetPosition net) => net.IsSource == run.Orientation.Forward;

    private static ConvertedAmount AmountOf(NetPosition net) => new(net.Holding.Asset, new((UInt128)BigInteger.Abs(net.Net)));

    private List<NetPosition> WholeOf(Transfer row) =>
        [.. NetPosition.Of(MovementsOf(run.Histories.TransactionOf(row.Chain, row.Tx))).Where(net => !net.Net.IsZero)];

    private static bool IsOf(Transfer row, Holding holding) => row.Asset == holding.Asset && (row.From == holding.Address || row.To == holding.Address);
}

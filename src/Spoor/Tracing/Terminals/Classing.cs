using System.Globalization;
using Spoor.Labels;
using Spoor.Tracing.Mixers;
using Spoor.Transfers;

namespace Spoor.Tracing.Terminals;

/// <summary>Tells the class of a place with an address: by label, by known pools, by whom it pays, by why the trace stopped, by when it last moved.</summary>
internal sealed class Classing(Trace trace, PlaceHistories histories, DepositSigns deposits, TerminalRules rules)
{
    private static readonly byte[] Dead = [.. new byte[18], 0xde, 0xad];

    private readonly bool _forward = trace.Request.Direction == TraceDirection.Out;
    private readonly ILookup<(ChainId, Address?), TracedHolding> _holdings =
        trace.Holdings.ToLookup(holding => (holding.Asset.Chain, holding.Address));

    public (TerminalClass Class, string Why) Of(ChainId chain, Address address)
    {
        if (address.IsZeroAccount)
        {
            return _forward ? (TerminalClass.Burned, "the zero account, which nobody can spend from") : (TerminalClass.Issued, "newly issued");
        }

        if (address.Kind == AddressKind.Account20 && address.ToBytes().AsSpan().SequenceEqual(Dead))
        {
            return (TerminalClass.Burned, "0x…dEaD, for which nobody is known to have a key");
        }

        return OfLabel(chain, address)
            ?? OfPool(chain, address)
            ?? OfDeposit(chain, address)
            ?? OfHolder(chain, address)
            ?? OfStop(chain, address);
    }

    private (TerminalClass, string)? OfLabel(ChainId chain, Address address)
    {
        if (trace.Request.Stops.Labels.Of(chain, address) is not { } label || LabelStop.Of(label) is not { } stop)
        {
            return null;
        }

        if (LabelNatures.Of(label) is LabelNature.Sanctioned or LabelNature.Bystander)
        {
            return (TerminalClass.Unknown, $"labelled {label.Name}, which tells no service; not followed but with --through");
        }

        string why = label.Category.Length > 0 && !label.Name.Equals(label.Category, StringComparison.OrdinalIgnoreCase) ? $"{label.Name} ({label.Category})" : label.Name;
        return (stop switch
        {
            StopReason.Mixer => TerminalClass.Mixer,
            StopReason.Bridge => TerminalClass.Bridge,
            StopReason.Contract => TerminalClass.Contract,
            _ when ExchangeLabels.IsWithoutCustody(label) => TerminalClass.Contract,
            _ when ExchangeLabels.IsDeposit(label) => TerminalClass.ExchangeDeposit,
            _ => TerminalClass.Service,
        }, why);
    }

    private static (TerminalClass, string)? OfPool(ChainId chain, Address address) =>
        MixerRegistry.TryGet(chain, address, out var pool) ? (TerminalClass.Mixer, $"the pool of Tornado Cash for {pool.Name}")
        : MixerRegistry.IsRouter(chain, address) ? (TerminalClass.Mixer, "a router of Tornado Cash")
        : null;

    private (TerminalClass, string)? OfDeposit(ChainId chain, Address address) =>
        _forward && !IsThief(chain, address) && deposits.Of(chain, address) is { } why ? (TerminalClass.ExchangeDeposit, why) : null;

    // Whoever got the theft itself is the thief's, wherever he sent it.
    private bool IsThief(ChainId chain, Address address) =>
        _holdings[(chain, address)].Any(holding => holding.Hop == 0) || trace.Request.Stops.Labels.Of(chain, address) is not null;

    private (TerminalClass, string)? OfHolder(ChainId chain, Address address)
    {
        var held = _holdings[(chain, address)].Where(holding => !holding.Held.IsZero).ToList();
        if (held.Count == 0)
        {
            return null;
        }

        return _forward ? OfMoments(chain, address, held.Max(holding => holding.Last)) : (TerminalClass.Earlier, "there before the data begin");
    }

    private (TerminalClass, string) OfMoments(ChainId chain, Address address, DateTimeOffset arrived)
    {
        if (histories.EndOf(chain) is not { } end || arrived <= DateTimeOffset.UnixEpoch)
        {
            return rules.AreTransfersChosen
                ? (TerminalClass.DataEnd, "where it went from there is not in the data at hand, which state no time")
                : (TerminalClass.Active, "held; the transfers state no time");
        }

        var moved = (histories.Of(chain, address) ?? [])
            .Where(transfer => transfer.From == address && transfer.Kind != TransferKind.Token && transfer.Time > arrived)
            .Select(transfer => transfer.Time)
            .Append(arrived)
            .Max();
        return rules.AreTransfersChosen || moved >= end ? (TerminalClass.DataEnd, $"where it went from there is not in the data at hand, which end on {Day(end)}") : OfRest(moved, end);
    }

    private (TerminalClass, string) OfRest(DateTimeOffset moved, DateTimeOffset end)
    {
        long days = (end - moved).Ticks / TimeSpan.TicksPerDay;
        string before = days == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{days:N0} days");
        return end - moved >= rules.Dormant
            ? (TerminalClass.Dormant, $"held, unmoved since {Day(moved)}, {before} before the data end")
            : (TerminalClass.Active, $"held, moved last on {Day(moved)}, {(days == 0 ? "less than a day" : before)} before the data end");
    }

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private (TerminalClass, string) OfStop(ChainId chain, Address address)
    {
        var stop = _holdings[(chain, address)].OrderByDescending(holding => holding.Stopped).ThenBy(holding => holding.Asset).Select(holding => holding.Stop).FirstOrDefault(found => found is not null);
        var stops = trace.Request.Stops;
        return stop?.Reason switch
        {
            StopReason.Degree => (TerminalClass.Service, stop.Why ?? "as busy as services are"),
            StopReason.Contract => (TerminalClass.Contract, stop.Label ?? "a contract"),
            StopReason.Asked => (TerminalClass.Unknown, "the trace was told to stop here"),
            StopReason.Minor => (TerminalClass.Unknown, "not followed: the payment does not look like laundering"),
            StopReason.Dust => (TerminalClass.Unknown, "not followed: too little beside the theft"),
            StopReason.Dilution => (TerminalClass.Unknown, "not followed: too small a share of the payment is stolen"),
            StopReason.Hops => (TerminalClass.Unknown, string.Create(CultureInfo.InvariantCulture, $"not followed: more than {stops.MaxHops:N0} {(stops.MaxHops == 1 ? "hop" : "hops")} from the theft")),
            StopReason.Window => (TerminalClass.Unknown, string.Create(CultureInfo.InvariantCulture, $"not followed: came more than {(stops.Horizon?.Ticks ?? 0) / TimeSpan.TicksPerDay:N0} days from the theft")),
            StopReason.Budget => (TerminalClass.Unknown, string.Create(CultureInfo.InvariantCulture, $"not followed: the budget of {stops.MaxTransfers:N0} transfers was used up")),
            _ => (TerminalClass.Unknown, stop?.Name ?? "nothing tells"),
        };
    }
}

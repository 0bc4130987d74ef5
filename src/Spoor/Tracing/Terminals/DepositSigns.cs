using System.Globalization;
using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Tracing.Terminals;

/// <summary>Whether an address is a customer's at an exchange: whatever it pays, it pays to that exchange.</summary>
/// <remarks>Nobody else pays the wallets of an exchange: a customer is given an address of his own, and the exchange empties it.</remarks>
internal sealed class DepositSigns(Trace trace, PlaceHistories histories)
{
    // Where the collector has no label, only what many paid tells a deposit address from a thief's next address.
    private static readonly StopRules Unlabelled = new() { MinPassThroughPayers = 3 };

    private readonly HashSet<AssetId> _assets = [.. trace.Holdings.Select(holding => holding.Asset)];

    /// <summary>What the sign is, in words; null when there is none.</summary>
    public string? Of(ChainId chain, Address address)
    {
        if (histories.Of(chain, address) is not { } history || PayeesOf(address, history) is not { Count: > 0 } payees)
        {
            return null;
        }

        var exchanges = payees.Select(payee => trace.Request.Stops.Labels.Of(chain, payee)).ToList();
        return exchanges.TrueForAll(label => label is not null && ExchangeLabels.IsExchange(label))
            ? string.Create(CultureInfo.InvariantCulture, $"{(payees.Count == 1 ? "the one payment" : $"all {payees.Count:N0} payments")} it made went to {NamesOf(exchanges)}")
            : OfCollector(chain, address, history);
    }

    /// <summary>The one address to which it passes on what several paid, if that has no label; it is a service if it is busy.</summary>
    public Address? CollectorOf(ChainId chain, Address address) =>
        histories.Of(chain, address) is { } history && Passing(chain, address, history) is { } found ? found.Collector : null;

    private string? OfCollector(ChainId chain, Address address, IReadOnlyList<Transfer> history) =>
        Passing(chain, address, history) is { } found
        && histories.ActivityOf(chain, found.Collector) is { } activity && trace.Request.Stops.WhyBusy(activity) is { } why
            ? $"{found.Explain(chain)}, which nobody has labelled and is as busy as a service: {why}"
            : null;

    private PassThrough? Passing(ChainId chain, Address address, IReadOnlyList<Transfer> history) =>
        history.GroupBy(transfer => transfer.Asset)
            .Where(ofAsset => _assets.Contains(ofAsset.Key))
            .OrderBy(ofAsset => ofAsset.Key)
            .Select(ofAsset => PassThrough.Of(address, [.. ofAsset], Unlabelled))
            .FirstOrDefault(found => found is not null && trace.Request.Stops.Labels.Of(chain, found.Collector) is null);

    // Anybody can make a token that names any sender, so only those that the trace met count.
    private List<Address> PayeesOf(Address address, IReadOnlyList<Transfer> history) =>
    [
        .. from transfer in history
           where transfer.From == address && transfer.To is not null && transfer.To != address && !transfer.Amount.IsZero && transfer.Output is null
               && (transfer.Kind == TransferKind.Native || (transfer.Kind == TransferKind.Token && _assets.Contains(transfer.Asset)))
           select transfer.To!.Value,
    ];

    private static string NamesOf(List<Label?> labels)
    {
        string[] names = [.. labels.Select(label => label!.Name).Distinct().Order(StringComparer.Ordinal)];
        return names.Length == 1 ? names[0] : $"{names[0]} and {names.Length - 1} more exchanges";
    }
}

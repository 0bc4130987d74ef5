using Spoor.Reporting.Cases.Seals;
using Spoor.Transfers;
using Spoor.Transfers.Recording;

namespace Spoor.Workspace.Cases.Comparing;

/// <summary>What changed in the transfers of a case, in what a store answered, and in what bridges took in and paid out.</summary>
public static class TransferChanges
{
    public static IEnumerable<CaseChange> Between(CaseSide before, CaseSide after)
    {
        // Where only published transfers are used, they lie in the folder of the incident and change with it.
        var group = before.Manifest.Parameters.IsPublishedOnly && after.Manifest.Parameters.IsPublishedOnly ? InputGroup.Incidents : InputGroup.Transfers;
        return OfTransfers(before.Record, after.Record).Concat(OfAnswers(before.Record, after.Record)).Concat(OfLegs(before, after))
            .Select(change => change with { Group = group });
    }

    private static IEnumerable<CaseChange> OfTransfers(StoreRecord before, StoreRecord after)
    {
        var chains = CaseChanges.Keyed(ChainsOf(before), ChainsOf(after), chain => chain, chain => chain);
        var rows = CaseChanges.Keyed(Rows(before), Rows(after), row => row.Where, row => row.What);
        return chains.Select(one => Change(one.From is null ? "CHAIN_ADDED" : "CHAIN_REMOVED", one))
            .Concat(rows.Select(one => Change(one.From is null ? "TRANSFER_ADDED" : one.To is null ? "TRANSFER_REMOVED" : "TRANSFER_CHANGED", one)));
    }

    // One movement by its place and kind; two at one place (files that state none) by their order there.
    private static IEnumerable<(string Where, string What)> Rows(StoreRecord record) => record.Transfers
        .GroupBy(transfer => $"{transfer.Chain}:{transfer.Tx.Render(transfer.Chain)} {transfer.Kind.ToString().ToLowerInvariant()} {transfer.Position}")
        .SelectMany(group => group.Select((transfer, place) => (place == 0 ? group.Key : $"{group.Key} ({place + 1})", ContentOf(transfer))));

    private static string ContentOf(Transfer transfer) =>
        $"{transfer.Amount} of {transfer.Asset} from {Named(transfer.Chain, transfer.From)} to {Named(transfer.Chain, transfer.To)} at {transfer.Time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}"
        + (transfer.Output is { } output ? $", output {output}" : "") + (transfer.Quality == AmountQuality.Exact ? "" : $", {transfer.Quality.ToString().ToLowerInvariant()}");

    private static IEnumerable<CaseChange> OfAnswers(StoreRecord before, StoreRecord after)
    {
        var activities = after.Activities.Where(one => before.Activities.TryGetValue(one.Key, out var known) && known != one.Value)
            .Select(one => Change("STORE_ANSWER", (
                $"how busy {one.Key.Chain}:{AddressText.Render(one.Key.Chain, one.Key.Address)} is",
                Counts(before.Activities[one.Key]),
                Counts(one.Value))));
        var heads = CaseChanges.Keyed(before.Heads ?? [], after.Heads ?? [], head => head.Chain.Value, head => $"{head.Transfers} transfers in blocks {head.Lowest} to {head.Highest}")
            .Where(one => one.From is not null && one.To is not null)
            .Select(one => Change("STORE_ANSWER", ($"what the store holds of {one.Key}", one.From, one.To)));
        return activities.Concat(heads);
    }

    private static IEnumerable<CaseChange> OfLegs(CaseSide before, CaseSide after) =>
        CaseChanges.Keyed(LegsOf(before), LegsOf(after), leg => leg, leg => leg)
            .Select(one => Change(one.From is null ? "BRIDGE_LEG_ADDED" : "BRIDGE_LEG_REMOVED", one));

    private static IEnumerable<string> LegsOf(CaseSide side) => LegLines.Read(CaseNames.Legs, side.Content(CaseNames.Legs))
        .Select(leg => $"{leg.Side.ToString().ToLowerInvariant()} {leg.Protocol} {leg.MessageId} in {leg.Chain}:{leg.Tx.Render(leg.Chain)} at {leg.Position}");

    private static IEnumerable<string> ChainsOf(StoreRecord record) =>
        record.Transfers.Select(transfer => transfer.Chain.Value).Concat((record.Heads ?? []).Select(head => head.Chain.Value));

    private static string Counts(Activity? activity) => activity is { } known ? $"{known.Transfers} transfers with {known.Counterparties} counterparties" : "no transfers";

    private static string Named(ChainId chain, Address? address) => address is { } known ? AddressText.Render(chain, known) : "nobody";

    private static CaseChange Change(string code, (string Key, string? From, string? To) one) => new(code, InputGroup.Transfers, one.Key, one.From, one.To);
}

using Spoor.Cli.Sync;
using Spoor.Reporting;
using Spoor.Storage;
using Spoor.Transfers;

namespace Spoor.Cli.Output;

/// <summary>What a store holds, for people and as <c>status/1</c>.</summary>
internal static class StatusText
{
    public static void Write(Terminal terminal, StoreStatus status)
    {
        terminal.Heading($"{Counted.Of(status.Transfers, "transfer", "transfers")} in {Counted.Of(status.Bytes)} bytes");
        terminal.Table(
            ["Chain", "", ">Transfers", ">Lowest block", ">Highest block", "First", "Last"],
            status.Chains.Select(head => (IReadOnlyList<string>)
            [
                NameOf(head.Chain), head.Chain.Value, Counted.Of(head.Transfers), Counted.Of(head.Lowest), Counted.Of(head.Highest),
                Rendered.Moment(head.First), Rendered.Moment(head.Last),
            ]));
        WriteSynced(terminal, status.Synced);
        if (status.Labels > 0)
        {
            terminal.Line($"{Counted.Of(status.Labels, "label", "labels")} of addresses and transactions: spoor labels find ADDRESS");
        }

        if (status.LedgerEntries > 0)
        {
            terminal.Line($"{Counted.Of(status.LedgerEntries, "entry", "entries")} of ledgers of losses: spoor ledger list");
        }
    }

    private static void WriteSynced(Terminal terminal, IReadOnlyList<SyncedRange> ranges)
    {
        if (ranges.Count == 0)
        {
            return;
        }

        terminal.Line();
        terminal.Heading("Read from nodes");

        // A gap that no block has needs no column.
        var columns = GapsText.Columns.Where(column => ranges.Any(range => range.BlocksWith(column.Gap) > 0)).ToList();
        terminal.Table(
            ["Chain", "", ">First block", ">Last block", ">Final to", .. columns.Select(column => $">{column.Heading}"), ">Amounts left out"],
            ranges.Select(range => (IReadOnlyList<string>)
            [
                NameOf(range.Chain), range.Chain.Value, Counted.Of(range.First), Counted.Of(range.Last), SyncText.HeightOf(range.FinalTo),
                .. columns.Select(column => BlocksOf(range.BlocksWith(column.Gap))), Counted.Of(range.RefusedAmounts),
            ]));

        static string BlocksOf(long blocks) => blocks == 0 ? "none" : Counted.Of(blocks, "block", "blocks");
    }

    private static string NameOf(ChainId chain) => ChainRegistry.TryGet(chain, out var known) ? known.Name : chain.Value;
}

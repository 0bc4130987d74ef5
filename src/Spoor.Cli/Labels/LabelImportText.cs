using Spoor.Cli.Output;
using Spoor.Storage;
using Spoor.Workspace.Labels;

namespace Spoor.Cli.Labels;

/// <summary>What an import of labels has done, for people.</summary>
internal static class LabelImportText
{
    public static void Write(Terminal terminal, IReadOnlyList<LabelReading> readings, IReadOnlyList<LabelReceipt> receipts)
    {
        terminal.Table(
            ["File", "Format", ">Labels", ">New", ">Known", ">Sources", ">Actors", ">Passed over", ">Damaged", ">Faulty"],
            receipts.Zip(readings, (receipt, reading) => (IReadOnlyList<string>)
            [
                receipt.Delivery.File, receipt.Delivery.Format, Counted.Of(receipt.Delivery.Labels.Count), Counted.Of(receipt.Added), Counted.Of(receipt.Known),
                Counted.Of(receipt.Sources), Counted.Of(receipt.Actors), Counted.Of(reading.Content.PassedOver.Count), Counted.Of(reading.Content.DamagedCount), Counted.Of(receipt.Delivery.Bad),
            ]));
        terminal.Line();
        var formats = receipts.GroupBy(receipt => receipt.Delivery.Format).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        if (formats.Count > 1)
        {
            terminal.Heading("By format");
            terminal.Table(
                ["Format", ">Files", ">Labels", ">New"],
                formats.Select(group => (IReadOnlyList<string>)
                [
                    group.Key, Counted.Of(group.Count()), Counted.Of(group.Sum(receipt => receipt.Delivery.Labels.Count)), Counted.Of(group.Sum(receipt => receipt.Added)),
                ]));
            terminal.Line();
        }

        terminal.Line($"{Counted.Of(receipts.Sum(receipt => receipt.Added), "label", "labels")} new, {Counted.Of(receipts.Sum(receipt => receipt.Known))} known already. "
            + $"{Counted.Of(receipts.Sum(receipt => receipt.Sources), "source", "sources")} and {Counted.Of(receipts.Sum(receipt => receipt.Actors), "actor", "actors")} described.");
        if (receipts.Sum(receipt => receipt.Earlier) is > 0 and var earlier)
        {
            terminal.Line($"{Counted.Of(earlier)} of the known ones count as learned earlier than before.");
        }

        if (receipts.Sum(receipt => receipt.Retracted) is > 0 and var retracted)
        {
            terminal.Line($"{Counted.Of(retracted)} of the known ones {(retracted == 1 ? "is" : "are")} retracted here, and {(retracted == 1 ? "stays" : "stay")} so.");
        }

        if (readings.Sum(reading => (long)reading.Content.DamagedCount) is > 0 and var damaged)
        {
            terminal.Line($"{Counted.Of(damaged, "damaged address", "damaged addresses")} kept as written; no address of a transfer can match {(damaged == 1 ? "it" : "them")}.");
        }

        terminal.Line("Next: spoor labels find ADDRESS; spoor labels conflicts");
    }
}

using System.Globalization;
using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Reporting;

/// <summary>Labels as Spoor's own CSV, which reads back as the same labels.</summary>
public static class LabelCsv
{
    private static readonly string[] Header =
    [
        "chain", "network", "address", "tx", "name", "category", "abuse", "concepts", "actor", "source", "derived_from", "confidence",
        "author", "observed", "learned", "tlp", "currency", "is_cluster_definer", "context",
    ];

    /// <param name="lineage">Whom the sources repeat.</param>
    public static void Write(TextWriter output, IEnumerable<Label> labels, SourceLineage lineage) =>
        CsvText.Write(output, Header, labels.Select(label => RowOf(label, lineage)));

    private static IEnumerable<string?> RowOf(Label label, SourceLineage lineage)
    {
        var (chain, network, address, tx) = label.Subject switch
        {
            LabelSubject.OfAddress { Chain: { } on } account => (on.Value, "", AddressText.Render(on, account.Address), ""),
            LabelSubject.OfAddress account => ("", "", AddressText.RenderKey(account.Address), ""),
            LabelSubject.OfTransaction transaction => (transaction.Chain.Value, "", "", transaction.Tx.Render(transaction.Chain)),
            LabelSubject.Unread unread => ("", unread.Network, unread.Text, ""),
            _ => throw new InvalidOperationException($"A label about the unknown kind {label.Subject.GetType().Name}."),
        };
        return
        [
            chain, network, address, tx, label.Name, label.Category, label.Abuse, string.Join('|', label.Concepts), label.Actor, label.Source,
            string.Join('|', lineage.OriginsOf(label.Source)), label.Confidence.Id, label.Author, DayOf(label.Observed),
            DayOf(label.Learned), TlpText.Of(label.Tlp), label.Currency, label.IsClusterDefiner ? "true" : "false", label.Context,
        ];
    }

    private static string DayOf(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}

namespace Spoor.Labels;

/// <summary>How sure a label is, by the way it was made.</summary>
/// <param name="Id">The id of the TagPack taxonomy: <c>authority_data</c>.</param>
/// <param name="Level">0 to 100.</param>
/// <remarks>Ids and levels: confidence taxonomy of graphsense-lib (MIT), August 2026.</remarks>
public sealed record Confidence(string Id, int Level)
{
    public static readonly Confidence Unknown = new("unknown", 5);

    /// <summary>All ids of the taxonomy, the surest first.</summary>
    public static readonly IReadOnlyList<Confidence> All =
    [
        new("override", 100), new("ownership", 100), new("ledger_immanent", 100), new("manual_transaction", 90),
        new("service_api", 70), new("forensic_investigation", 70), new("authority_data", 60), new("trusted_provider", 50),
        new("service_data", 50), new("forensic", 50), new("untrusted_transaction", 40), new("web_crawl", 20), new("heuristic", 10), Unknown,
    ];

    public static bool TryFind(string id, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Confidence? confidence)
    {
        confidence = All.FirstOrDefault(one => one.Id == id);
        return confidence is not null;
    }
}

using System.Text.Json;

namespace Spoor.Incidents.Ledger;

/// <summary>Which kind of theft a ledger's own words mean, from <c>categories.json</c>, where the sources of the words are named.</summary>
public static class LedgerCategories
{
    // No technique is known to the lists of bridge hacks and of attributed thefts; what they have in common is in their titles.
    private static readonly Dictionary<string, string> OfWholeSource = new() { ["sok"] = "bridge" };

    private static readonly Lazy<(IReadOnlyList<LedgerCategory> All, IReadOnlyList<(string Word, string Category)> Words)> Lists = new(Read);

    /// <summary>For words that fit no category.</summary>
    public static LedgerCategory Unknown { get; } = new("unknown", null, null, null, null, null, null);

    /// <summary>In the order of the file.</summary>
    public static IReadOnlyList<LedgerCategory> All => Lists.Value.All;

    /// <summary>The category of the first word of the list that a ledger's words contain.</summary>
    public static LedgerCategory Of(string source, string words)
    {
        string? id = Lists.Value.Words.FirstOrDefault(known => words.Contains(known.Word, StringComparison.OrdinalIgnoreCase)).Category
            ?? OfWholeSource.GetValueOrDefault(source);
        return All.FirstOrDefault(category => category.Id == id, Unknown);
    }

    private static (IReadOnlyList<LedgerCategory> All, IReadOnlyList<(string Word, string Category)> Words) Read()
    {
        using var file = typeof(LedgerCategories).Assembly.GetManifestResourceStream(typeof(LedgerCategories), "categories.json")
            ?? throw new InvalidOperationException("The resource categories.json is missing from the build.");
        using var json = JsonDocument.Parse(file);
        return (
            [.. json.RootElement.GetProperty("categories").EnumerateArray().Select(CategoryOf)],
            [.. json.RootElement.GetProperty("words").EnumerateArray().Select(word => (Text(word, "word")!, Text(word, "category")!))]);
    }

    private static LedgerCategory CategoryOf(JsonElement json) => new(
        Text(json, "id")!, Text(json, "certik"), Text(json, "hack3d"), Text(json, "peckshield"), Text(json, "slowmist"), Text(json, "defillama"), Text(json, "interpol"));

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}

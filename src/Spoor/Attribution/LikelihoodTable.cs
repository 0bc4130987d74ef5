using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Spoor.Transfers;

namespace Spoor.Attribution;

/// <summary>The weights of all kinds of evidence, under one version: a result names the version it was reached with.</summary>
/// <remarks>
/// The figures are defaults of practice, set low on purpose, until rates are measured on labelled cases
/// (<see cref="LikelihoodCounts"/> turns counts into ratios). <c>docs/methods/likelihood-table.md</c> shows them all.
/// </remarks>
public sealed class LikelihoodTable
{
    private readonly Dictionary<string, Likelihood> _byId;

    /// <exception cref="FormatException">Two rows of one id, or a weight that no evidence can have.</exception>
    public LikelihoodTable(string version, IReadOnlyList<Likelihood> rows)
    {
        Version = version;
        Rows = rows;
        _byId = rows.GroupBy(row => row.Id).Select(OnlyRow).ToDictionary(row => row.Id, StringComparer.Ordinal);
    }

    /// <summary>The embedded <c>likelihood-table.json</c>.</summary>
    public static LikelihoodTable Builtin { get; } = ReadBuiltin();

    public string Version { get; }

    /// <summary>In the order of the table.</summary>
    public IReadOnlyList<Likelihood> Rows { get; }

    public bool TryFind(string id, [NotNullWhen(true)] out Likelihood? row) => _byId.TryGetValue(id, out row);

    /// <exception cref="FormatException">The table has no such row.</exception>
    public Likelihood Find(string id) => TryFind(id, out var row) ? row
        : throw new FormatException($"Expected evidence of likelihood table {Version} ({string.Join(", ", Rows.Select(one => one.Id))}), found '{id}'.");

    private static LikelihoodTable ReadBuiltin()
    {
        using var stream = Embedded.Open(typeof(LikelihoodTable), "likelihood-table.json");
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        return new(Text(root, "version"), [.. root.GetProperty("rows").EnumerateArray().Select(RowOf)]);
    }

    private static Likelihood RowOf(JsonElement row) => new()
    {
        Id = Text(row, "id"),
        Title = Text(row, "title"),
        Class = Enum.Parse<EvidenceClass>(Text(row, "class"), ignoreCase: true),
        Log10 = row.GetProperty("log10").GetDecimal(),
        Source = Text(row, "source"),
        Error = Text(row, "error"),
        IsProduced = row.GetProperty("produced").GetBoolean(),
        Method = Text(row, "method"),
    };

    private static string Text(JsonElement element, string member) =>
        element.GetProperty(member).GetString() ?? throw new FormatException($"Expected text as '{member}' in the likelihood table, found null.");

    // Beyond a billion to one no evidence of this kind can be defended, and sums must stay within a decimal.
    private static Likelihood OnlyRow(IGrouping<string, Likelihood> rows) =>
        rows.ToList() is [{ Log10: >= -9 and <= 9 } row] ? row
        : throw new FormatException($"Expected one row '{rows.Key}' with a weight from -9 to 9 in the likelihood table, found {rows.Count()}: {string.Join(", ", rows.Select(row => row.Log10))}.");
}

using System.Globalization;
using Spoor.Attribution;
using Spoor.Reporting.Cases;
using Spoor.Reporting.Cases.Seals;
using Spoor.Transfers;

namespace Spoor.Workspace.Cases.Seals;

/// <summary>The rules of this program that a case rests on: their versions, and the tables they read.</summary>
public static class CaseRules
{
    public static string Tool { get; } = typeof(CaseFindings).Assembly.GetName().Version!.ToString(3);

    public static IReadOnlyList<RuleVersion> Of(CaseParameters parameters) =>
    [
        .. LinkSearch.Checks.Select(check => Rule("check", check.Name, check.Version))
            .Concat(LinkSearch.Kinds.Select(kind => Rule("evidence", kind.Name, kind.Version)))
            .Append(new("table", "likelihood", LikelihoodTable.Builtin.Version))
            .Append(Rule("taint", parameters.Rule.Name, parameters.Rule.Version))
            .OrderBy(rule => rule.Kind, StringComparer.Ordinal).ThenBy(rule => rule.Name, StringComparer.Ordinal),
    ];

    /// <summary>The tables that travel inside the program, byte for byte.</summary>
    public static IReadOnlyList<CaseEntry> Tables() =>
    [
        TableOf(typeof(ChainRegistry), "chains.json"), TableOf(typeof(LikelihoodTable), "likelihood-table.json"), TableOf(typeof(TokenList), "tokens.json"),
    ];

    private static RuleVersion Rule(string kind, string name, int version) => new(kind, name, version.ToString(CultureInfo.InvariantCulture));

    private static CaseEntry TableOf(Type reader, string file)
    {
        using var table = reader.Assembly.GetManifestResourceStream(reader, file) ?? throw new InvalidOperationException($"The table {file} is missing from the build.");
        using var bytes = new MemoryStream();
        table.CopyTo(bytes);
        return new(CaseNames.RuleFolder + file, bytes.ToArray());
    }
}

using Spoor.Labels;

namespace Spoor.Chains.Files.Labels;

/// <summary>Sources that stand behind published lists, so that one tag that reached us on two ways counts once.</summary>
internal static class KnownSources
{
    public static readonly Citation Ofac = new()
    {
        Key = "ofac-sdn",
        Kind = SourceKind.Authority,
        Title = "OFAC: Specially Designated Nationals and Blocked Persons List",
        Url = "https://sanctionslist.ofac.treas.gov/Home/SdnList",
    };

    public static readonly Citation Tutela = new()
    {
        Key = "tutela",
        Kind = SourceKind.Compilation,
        Title = "Tutela: known addresses",
        Url = "https://github.com/TutelaLabs/tutela-app",
        DerivedFrom = ["etherscan"],
    };

    public static readonly Citation TornadoCash = new()
    {
        Key = "tornado-cash",
        Kind = SourceKind.Primary,
        Title = "Tornado Cash: its own list of pools",
    };

    private static readonly string[] ExplorerHosts =
        ["etherscan", "bscscan", "polygonscan", "arbiscan", "snowtrace", "ftmscan", "basescan", "celoscan", "gnosisscan", "tronscan"];

    // What collections call an explorer, where that is not the explorer's own name at the time of the collection.
    private static readonly Dictionary<string, string> ExplorerNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["avalanche"] = "snowtrace",
        ["gnosis"] = "gnosisscan",
        ["celo"] = "celoscan",
        ["fantom"] = "ftmscan",
        ["base"] = "basescan",
        ["scroll"] = "scrollscan",
        ["linea"] = "lineascan",
        ["optimistic"] = "optimism",
    };

    /// <summary>The labels of an explorer, whoever copied them, under one name whatever they call it.</summary>
    public static Citation OfExplorer(string explorer)
    {
        string name = ExplorerNames.GetValueOrDefault(explorer, explorer).ToLowerInvariant();
        return new() { Key = name, Kind = SourceKind.Compilation, Title = $"Public labels of {name}" };
    }

    /// <summary>The description of a source that goes back to one of these; null for one that stands for itself.</summary>
    public static Citation? Find(string source)
    {
        string? root = RootOf(source);
        return root is null || root == source ? null : new()
        {
            Key = source,
            Kind = SourceKind.Compilation,
            Title = source,
            Url = source.StartsWith("http", StringComparison.Ordinal) ? source : "",
            DerivedFrom = [root],
        };
    }

    private static string? RootOf(string source)
    {
        if (source.StartsWith("ofac-", StringComparison.Ordinal)
            || source.Contains("treasury.gov/", StringComparison.Ordinal) || source.Contains("treas.gov/", StringComparison.Ordinal))
        {
            return Ofac.Key;
        }

        return Array.Find(ExplorerHosts, host =>
            source.StartsWith($"{host}-", StringComparison.Ordinal) || source.Contains($"//{host}.", StringComparison.Ordinal));
    }
}

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

    private const string Family = "etherscan";

    // One company runs them and hands a tag of a key from one to the next, so they are one beginning; a sources file can say
    // otherwise. Snowtrace was of the family until the end of 2023, when the lists in use were made.
    private static readonly HashSet<string> Siblings = new(StringComparer.Ordinal)
    {
        "arbiscan", "aurorascan", "basescan", "blastscan", "bscscan", "bttcscan", "celoscan", "cronoscan", "fraxscan", "ftmscan", "gnosisscan",
        "lineascan", "moonscan", "optimism", "polygonscan", "scrollscan", "snowscan", "snowtrace", "wemixscan",
    };

    private static readonly string[] Explorers = [Family, .. Siblings.Order(StringComparer.Ordinal), "tronscan"];

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
        string[] from = Siblings.Contains(name) ? [Family] : [];
        return new() { Key = name, Kind = SourceKind.Compilation, Title = $"Public labels of {name}", DerivedFrom = from, Implied = from };
    }

    /// <summary>The descriptions of a source that goes back to one of these, and of those between; none for one that stands for itself.</summary>
    public static IEnumerable<Citation> Find(string source)
    {
        if (RootOf(source) is not { } root)
        {
            yield break;
        }

        if (root != source)
        {
            yield return new()
            {
                Key = source,
                Kind = SourceKind.Compilation,
                Title = source,
                Url = source.StartsWith("http", StringComparison.Ordinal) ? source : "",
                DerivedFrom = [root],
                Implied = [root],
            };
        }

        if (Siblings.Contains(root))
        {
            yield return OfExplorer(root);
        }
    }

    private static string? RootOf(string source)
    {
        if (source.StartsWith("ofac-", StringComparison.Ordinal)
            || source.Contains("treasury.gov/", StringComparison.Ordinal) || source.Contains("treas.gov/", StringComparison.Ordinal))
        {
            return Ofac.Key;
        }

        // etherscan-phish-hack-list; https://etherscan.io/…, https://optimistic.etherscan.io/….
        return Array.Find(Explorers, name => source == name
            || source.StartsWith($"{name}-", StringComparison.Ordinal)
            || source.Contains($"//{name}.", StringComparison.Ordinal)
            || (source.StartsWith("http", StringComparison.Ordinal) && source.Contains($".{name}.", StringComparison.Ordinal)));
    }
}

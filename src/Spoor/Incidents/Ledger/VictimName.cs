using System.Text.RegularExpressions;

namespace Spoor.Incidents.Ledger;

/// <summary>How alike two names of a victim are.</summary>
public enum NameLikeness
{
    None,

    /// <summary>One begins with the other.</summary>
    Part,

    /// <summary>Equal but for blanks, letter case and words that any victim may bear.</summary>
    Same,
}

/// <summary>The names of a victim without what any victim may bear: <c>EulerFinance</c> and <c>Euler Finance</c> are <c>euler</c>.</summary>
public sealed partial class VictimName
{
    private const int ShortestPart = 5;

    private static readonly HashSet<string> Generic =
    [
        "finance", "protocol", "network", "dao", "defi", "bridge", "token", "rekt", "hack", "hacks", "exploit", "the", "exchange", "io", "com",
        "capital", "foundation", "project", "xyz", "fi", "org", "app", "founder", "admin", "key", "router", "contract",
    ];

    private static readonly string[] Endings = ["finance", "protocol", "network", "dao", "defi", "bridge", "token", "capital", "router", "xyz", "foundation"];

    private VictimName(IReadOnlyList<string> cores) => Cores = cores;

    /// <summary>In ordinal order, each once.</summary>
    public IReadOnlyList<string> Cores { get; }

    /// <param name="names">Each may hold several: <c>HTX / Heco</c>, <c>Multichain (Anyswap)</c>.</param>
    public static VictimName Of(params IEnumerable<string> names) =>
        new([.. names.SelectMany(name => Separator().Split(name).Append(name)).Select(CoreOf).Where(core => core.Length > 1).Distinct().Order(StringComparer.Ordinal)]);

    public NameLikeness Compare(VictimName other) =>
        Cores.Intersect(other.Cores).Any() ? NameLikeness.Same
        : Cores.Any(core => other.Cores.Any(theirs => Begins(core, theirs) || Begins(theirs, core))) ? NameLikeness.Part
        : NameLikeness.None;

    /// <summary>Whether a name lists several victims (<c>Alphapo + Coinspaid</c>) and another does not name them all.</summary>
    public static bool TellsMoreThan(string name, VictimName other) =>
        Joint().Split(name) is { Length: > 1 } parts && parts.Select(part => Of(part)).Any(part => part.Cores.Count > 0 && part.Compare(other) == NameLikeness.None);

    private static bool Begins(string whole, string part) => part.Length >= ShortestPart && whole.StartsWith(part, StringComparison.Ordinal);

    private static string CoreOf(string name)
    {
        string[] words = [.. Word().Matches(Possessive().Replace(name.ToLowerInvariant(), "")).Select(match => match.Value)];
        string core = string.Concat(words.Where(word => !Generic.Contains(word)).Select(WithoutEnding));
        return core.Length > 0 ? core : string.Concat(words);
    }

    // Twice, since 'midascapitalxyz' bears two; four letters must stay, so that 'xdao' is no 'x'.
    private static string WithoutEnding(string word)
    {
        for (int pass = 0; pass < 2; pass++)
        {
            string? ending = Endings.FirstOrDefault(ending => word.EndsWith(ending, StringComparison.Ordinal) && word.Length >= ending.Length + 4);
            word = ending is null ? word : word[..^ending.Length];
        }

        return word;
    }

    [GeneratedRegex(@"\s+aka\s+|\s+and\s+|[,/+&()]")]
    private static partial Regex Separator();

    [GeneratedRegex(@"\s+and\s+|[/+&]")]
    private static partial Regex Joint();

    [GeneratedRegex(@"['’]s\b")]
    private static partial Regex Possessive();

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}

namespace Spoor.Labels;

/// <summary>Who repeats whom among sources, so that a statement copied from page to page counts once.</summary>
/// <remarks>
/// Known trap: an explorer's tag that repeats a researcher who repeats the FBI looks like three witnesses and is one.
/// A source nobody described stands for itself.
/// </remarks>
public sealed class SourceLineage
{
    public static readonly SourceLineage Empty = new([]);

    private readonly Dictionary<string, Citation> _byKey;

    public SourceLineage(IEnumerable<Citation> citations) =>
        _byKey = citations.DistinctBy(one => one.Key).ToDictionary(one => one.Key, StringComparer.Ordinal);

    public Citation? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The keys at the beginning of what a source repeats, in order; itself when it repeats nobody.</summary>
    public IReadOnlyList<string> RootsOf(string key)
    {
        var roots = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([key]);
        while (open.TryPop(out string? next))
        {
            if (!seen.Add(next))
            {
                continue;
            }

            var from = Find(next)?.DerivedFrom ?? [];
            if (from.Count == 0)
            {
                roots.Add(next);
            }

            foreach (string parent in from)
            {
                open.Push(parent);
            }
        }

        // Sources that name each other in a circle have no beginning; the circle is one source.
        return roots.Count > 0 ? [.. roots] : [seen.Min(StringComparer.Ordinal)!];
    }

    /// <summary>Every source that one repeats, directly or through another, in order; without itself.</summary>
    public IReadOnlyList<string> OriginsOf(string key)
    {
        var origins = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(Find(key)?.DerivedFrom ?? []);
        while (open.TryPop(out string? next))
        {
            if (next != key && origins.Add(next))
            {
                (Find(next)?.DerivedFrom ?? []).ToList().ForEach(open.Push);
            }
        }

        return [.. origins];
    }

    /// <summary>The sources in groups that share a beginning; each group is one witness. Groups and members in order of key.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Witnesses(IEnumerable<string> keys)
    {
        List<(HashSet<string> Roots, List<string> Keys)> groups = [];
        foreach (string key in keys.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var roots = RootsOf(key).ToHashSet(StringComparer.Ordinal);
            var joined = groups.FindAll(group => group.Roots.Overlaps(roots));
            groups.RemoveAll(joined.Contains);
            groups.Add((
                [.. roots, .. joined.SelectMany(group => group.Roots)],
                [.. joined.SelectMany(group => group.Keys).Append(key).Order(StringComparer.Ordinal)]));
        }

        return [.. groups.Select(group => (IReadOnlyList<string>)group.Keys).OrderBy(group => group[0], StringComparer.Ordinal)];
    }

    /// <summary>Whether a source still stands when others are set aside: it is none of them and something it repeats stands.</summary>
    public bool StandsWithout(string key, IReadOnlySet<string> setAside) =>
        !setAside.Contains(key) && RootsOf(key).Any(root => !setAside.Contains(root));
}

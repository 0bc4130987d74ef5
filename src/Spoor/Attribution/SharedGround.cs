namespace Spoor.Attribution;

/// <summary>Puts together what has any ground in common, directly or over others.</summary>
internal static class SharedGround
{
    /// <summary>The parts of the graph in which two items touch when they share a ground; the same items in the same order give the same parts.</summary>
    public static IReadOnlyList<IReadOnlyList<T>> Parts<T>(IEnumerable<T> items, Func<T, IEnumerable<string>> groundsOf)
    {
        List<(HashSet<string> Grounds, List<T> Members)> parts = [];
        foreach (var one in items)
        {
            var grounds = groundsOf(one).ToHashSet(StringComparer.Ordinal);
            var touched = parts.FindAll(part => part.Grounds.Overlaps(grounds));
            parts.RemoveAll(touched.Contains);
            touched.ForEach(part => grounds.UnionWith(part.Grounds));
            parts.Add((grounds, [.. touched.SelectMany(part => part.Members), one]));
        }

        return [.. parts.Select(part => part.Members)];
    }
}

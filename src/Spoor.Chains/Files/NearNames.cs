namespace Spoor.Chains.Files;

/// <summary>The name that was probably meant.</summary>
public static class NearNames
{
    /// <summary>The end of a sentence: <c>; did you mean 'role'?</c>, or a full stop when no name is near.</summary>
    public static string Hint(string found, IEnumerable<string> known) =>
        Of(found, known).FirstOrDefault() is { } near ? $"; did you mean '{near}'?" : ".";

    /// <summary>Names at most a third of their letters away, the nearest first.</summary>
    public static IEnumerable<string> Of(string found, IEnumerable<string> known) => known
        .Select(name => (Name: name, Distance: Distance(found, name)))
        .Where(one => one.Distance <= Math.Max(1, Math.Max(found.Length, one.Name.Length) / 3))
        .OrderBy(one => one.Distance).ThenBy(one => one.Name, StringComparer.Ordinal)
        .Select(one => one.Name);

    // Letters changed, left out, added or swapped with their neighbour (optimal string alignment); what is looked up is short or cut.
    private static int Distance(string found, string name)
    {
        const int Longest = 64;
        string one = found.Length > Longest ? found[..Longest] : found;
        int[] above = [];
        int[] last = [.. Enumerable.Range(0, name.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int[] row = [i, .. new int[name.Length]];
            for (int j = 1; j <= name.Length; j++)
            {
                int changed = last[j - 1] + (one[i - 1] == name[j - 1] ? 0 : 1);
                row[j] = Math.Min(changed, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == name[j - 2] && one[i - 2] == name[j - 1])
                {
                    row[j] = Math.Min(row[j], above[j - 2] + 1);
                }
            }

            (above, last) = (last, row);
        }

        return last[name.Length];
    }
}

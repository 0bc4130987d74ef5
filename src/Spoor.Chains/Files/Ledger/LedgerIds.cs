using System.Security.Cryptography;
using System.Text;
using Spoor.Incidents.Ledger;

namespace Spoor.Chains.Files.Ledger;

/// <summary>Ids for ledgers that give none: date and victim, and a number from 2 where a victim is listed again on one day.</summary>
internal static class LedgerIds
{
    // Of a name without letters and digits; it only has to differ from the others of the day.
    private const int DigestBytes = 4;

    public static string Of(LedgerDate date, string victim) => $"{date}-{Slug(victim)}";

    /// <summary>The same entries with ids that differ; the first of a day keeps its id whatever is added after it.</summary>
    /// <exception cref="FormatException">Two rows say the same.</exception>
    public static IReadOnlyList<LedgerEntry> Distinct(string file, IReadOnlyCollection<LedgerEntry> entries)
    {
        if (entries.GroupBy(entry => (entry.OwnId, entry.Usd, entry.Stated)).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw Doubled(file, twice.First().Id, twice.Count());
        }

        var first = entries.GroupBy(entry => entry.OwnId).ToDictionary(group => group.Key, group => group.First());
        var taken = first.Keys.ToHashSet();
        return [.. entries.Select(entry => ReferenceEquals(first[entry.OwnId], entry) ? entry : entry with { OwnId = Free(entry.OwnId, taken) })];
    }

    /// <exception cref="FormatException">Two rows have one id.</exception>
    public static void RefuseDoubles(string file, IEnumerable<LedgerEntry> entries)
    {
        if (entries.GroupBy(entry => entry.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw Doubled(file, twice.Key, twice.Count());
        }
    }

    private static FormatException Doubled(string file, string id, int times) =>
        new($"{file}: expected each incident once, found {id} {times} times. Remove the double row.");

    private static string Free(string id, HashSet<string> taken)
    {
        int place = 2;
        while (!taken.Add($"{id}-{place}"))
        {
            place++;
        }

        return $"{id}-{place}";
    }

    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant().EnumerateRunes())
        {
            bool isWord = Rune.IsLetterOrDigit(letter);
            if (isWord || (slug.Length > 0 && slug[^1] != '-'))
            {
                slug.Append(isWord ? letter.ToString() : "-");
            }
        }

        string plain = slug.ToString().TrimEnd('-');
        return plain.Length > 0 ? plain : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, DigestBytes));
    }
}

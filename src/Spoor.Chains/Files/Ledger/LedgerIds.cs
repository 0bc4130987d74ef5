using System.Globalization;
using System.Text;
using Spoor.Incidents.Ledger;

namespace Spoor.Chains.Files.Ledger;

/// <summary>Ids for ledgers that give none: date and victim, and the figure where a victim is listed twice on one day.</summary>
internal static class LedgerIds
{
    public static string Of(LedgerDate date, string victim) => $"{date}-{Slug(victim)}";

    /// <summary>The same entries with ids that differ.</summary>
    /// <exception cref="FormatException">Two rows say the same.</exception>
    public static IReadOnlyList<LedgerEntry> Distinct(string file, IReadOnlyCollection<LedgerEntry> entries)
    {
        var twice = entries.GroupBy(entry => entry.OwnId).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        List<LedgerEntry> distinct =
        [
            .. entries.Select(entry => twice.Contains(entry.OwnId)
                ? entry with { OwnId = string.Create(CultureInfo.InvariantCulture, $"{entry.OwnId}-{entry.Usd}") }
                : entry),
        ];
        RefuseDoubles(file, distinct);
        return distinct;
    }

    /// <exception cref="FormatException">Two rows have one id.</exception>
    public static void RefuseDoubles(string file, IEnumerable<LedgerEntry> entries)
    {
        if (entries.GroupBy(entry => entry.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new FormatException($"{file}: expected each incident once, found {twice.Key} {twice.Count()} times. Remove the double row.");
        }
    }

    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (char letter in name.ToLowerInvariant())
        {
            bool isWord = char.IsAsciiLetterOrDigit(letter);
            if (isWord || (slug.Length > 0 && slug[^1] != '-'))
            {
                slug.Append(isWord ? letter : '-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }
}

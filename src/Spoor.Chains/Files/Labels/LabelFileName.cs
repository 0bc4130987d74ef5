using System.Globalization;
using System.Text.RegularExpressions;

namespace Spoor.Chains.Files.Labels;

/// <summary>What the name of a label file says: how to call it, which words it holds, of which day it is.</summary>
/// <param name="File">The name without folders, for messages.</param>
/// <param name="Stem">The name up to its first dot, in lower case.</param>
/// <param name="Day">The day in the name, else in the name of its folder; a month stands for its last day.</param>
internal sealed partial record LabelFileName(string File, string Stem, DateOnly? Day)
{
    public bool IsPacked => File.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    public static LabelFileName Of(string path)
    {
        string file = Path.GetFileName(path);
        string folder = Path.GetFileName(Path.GetDirectoryName(path) ?? "");
        return new(file, file.Split('.')[0].ToLowerInvariant(), DayIn(file) ?? DayIn(folder));
    }

    private static DateOnly? DayIn(string name)
    {
        var match = DayOrMonth().Match(name);
        if (!match.Success)
        {
            return null;
        }

        // A list of October was not complete before the month ended.
        if (DateOnly.TryParseExact(match.Value, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return month.AddMonths(1).AddDays(-1);
        }

        return DateOnly.TryParseExact(match.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    [GeneratedRegex(@"(?<!\d)20\d\d-\d\d(-\d\d)?(?!\d)")]
    private static partial Regex DayOrMonth();
}

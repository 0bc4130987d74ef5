using System.Globalization;

namespace Spoor.Chains.Files;

/// <summary>Bank holidays of a member state: one day a line as <c>2026-12-25</c>, what follows a <c>#</c> is a remark.</summary>
public static class HolidayFile
{
    /// <exception cref="FormatException">A line is no day.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlySet<DateOnly> Read(string path)
    {
        var file = InputFile.Read(path);
        using var text = file.OpenText();
        return Read(file.Name, text);
    }

    /// <inheritdoc cref="Read(string)"/>
    public static IReadOnlySet<DateOnly> Read(string name, TextReader text)
    {
        var days = new HashSet<DateOnly>();
        int number = 1;
        for (string? line = text.ReadLine(); line is not null; line = text.ReadLine(), number++)
        {
            string day = line.Split('#')[0].Trim();
            if (day.Length == 0)
            {
                continue;
            }

            days.Add(DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed)
                ? parsed
                : throw new FormatException($"{name}, line {number}: expected a day such as 2026-12-25, found '{day}'."));
        }

        return days;
    }
}

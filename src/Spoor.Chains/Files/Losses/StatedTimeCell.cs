using Spoor.Incidents;

namespace Spoor.Chains.Files.Losses;

/// <summary>A cell that holds a time as exactly as its source gives it.</summary>
internal static class StatedTimeCell
{
    /// <exception cref="FormatException">It does not.</exception>
    public static StatedTime Of(CsvLine line, string column)
    {
        string text = line.Required(column);
        try
        {
            return StatedTime.Parse(text);
        }
        catch (FormatException)
        {
            throw line.Fault(column, "a time such as 2023-09-12T13:20:59Z, 2023-09-12T13:20Z or 2023-09-12");
        }
    }
}

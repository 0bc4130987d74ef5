using Spoor.Cli.Output;

namespace Spoor.Cli.Cases;

/// <summary>Names and values below each other, without a heading.</summary>
internal static class FieldLines
{
    public static void Fields(this Terminal terminal, IEnumerable<string[]> fields)
    {
        var lines = fields.ToList();
        int width = lines.Count == 0 ? 0 : lines.Max(line => line[0].Length);
        lines.ForEach(line => terminal.Line($"  {line[0].PadRight(width)}  {line[1]}".TrimEnd()));
    }
}

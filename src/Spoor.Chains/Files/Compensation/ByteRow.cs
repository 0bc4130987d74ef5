using System.Text;

namespace Spoor.Chains.Files.Compensation;

/// <summary>One line of a table of plain cells: no cell holds a comma, a quote or a line feed.</summary>
internal readonly ref struct ByteRow
{
    private const int MaxShown = 120;

    private readonly string _file;
    private readonly long _number;

    public ByteRow(string file, long number, ReadOnlySpan<byte> rest)
    {
        _file = file;
        _number = number;
        Rest = rest;
    }

    public ReadOnlySpan<byte> Rest { get; }

    /// <summary>The first cell, without blanks and quotes around it, and the row behind it.</summary>
    public ReadOnlySpan<byte> Take(out ByteRow behind, out bool isLast)
    {
        // The row behind may be put in place of this one.
        var all = Rest;
        int comma = all.IndexOf((byte)',');
        isLast = comma < 0;
        behind = new(_file, _number, isLast ? [] : all[(comma + 1)..]);
        var cell = (isLast ? all : all[..comma]).Trim((byte)' ');
        return cell.Length >= 2 && cell[0] == '"' && cell[^1] == '"' ? cell[1..^1] : cell;
    }

    public FormatException Fault(string column, string expected, ReadOnlySpan<byte> found)
    {
        string shown = Encoding.UTF8.GetString(found[..Math.Min(found.Length, MaxShown)]);
        return new($"{_file}, line {_number}, column {column}: expected {expected}, found '{shown}{(found.Length > MaxShown ? "…" : "")}'.");
    }
}

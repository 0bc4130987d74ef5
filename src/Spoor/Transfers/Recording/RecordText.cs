using System.Globalization;

namespace Spoor.Transfers.Recording;

/// <summary>How the tables of a record write what they hold, and how they read it back: each value in one way only.</summary>
internal static class RecordText
{
    private const string MomentForm = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Of(DateTimeOffset moment) => moment.UtcDateTime.ToString(MomentForm, CultureInfo.InvariantCulture);

    public static string Of(ChainId chain, Address? address) => address is { } known ? AddressText.Render(chain, known) : "";

    /// <summary>The lines of a table after its header, each cut into as many cells as the header has.</summary>
    /// <exception cref="FormatException">The header or a row is not as it should be; the message names file and line.</exception>
    public static IEnumerable<RecordRow> Rows(string file, string header, TextReader text)
    {
        string? found = text.ReadLine();
        if (found != header)
        {
            throw new FormatException($"{file}, line 1: expected the header '{header}', found '{Shown(found)}'.");
        }

        int columns = header.Split(',').Length;
        long number = 2;
        for (string? line = text.ReadLine(); line is not null; line = text.ReadLine())
        {
            string[] cells = line.Split(',');
            yield return cells.Length == columns
                ? new(file, number, cells)
                : throw new FormatException($"{file}, line {number}: expected {columns} cells, found {cells.Length}.");
            number++;
        }
    }

    private static string Shown(string? text) => text is null ? "" : text.Length <= 120 ? text : text[..120] + "…";
}

/// <summary>One row of a table of a record.</summary>
internal readonly record struct RecordRow(string File, long Line, string[] Cells)
{
    public string this[int column] => Cells[column];

    public long Number(int column, long atMost = long.MaxValue) =>
        long.TryParse(Cells[column], NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number <= atMost
            ? number
            : throw Fault(column, "a whole number");

    public int Index(int column) => (int)Number(column, int.MaxValue);

    public DateTimeOffset Moment(int column) =>
        UtcTime.TryParse(Cells[column], out var moment) ? moment : throw Fault(column, UtcTime.Expected);

    public Address? Address(ChainId chain, int column) => Cells[column].Length == 0 ? null : AddressText.Parse(chain, Cells[column]);

    /// <summary>Whatever a value of the field throws, with the place of the row.</summary>
    public T Read<T>(Func<RecordRow, T> read)
    {
        try
        {
            return read(this);
        }
        catch (FormatException failure) when (!failure.Message.StartsWith(File, StringComparison.Ordinal))
        {
            throw new FormatException($"{File}, line {Line}: {failure.Message}", failure);
        }
    }

    public FormatException Fault(int column, string expected) =>
        new($"{File}, line {Line}: expected {expected} as cell {column + 1}, found '{(Cells[column].Length <= 120 ? Cells[column] : Cells[column][..120] + "…")}'.");
}

using System.Globalization;
using System.Text.RegularExpressions;
using Spoor.Incidents;
using Spoor.Transfers;

namespace Spoor.Chains.Files.Incidents;

/// <summary>The rows of one CSV file of a folder; every fault is noted with its line.</summary>
internal sealed partial class IncidentTable(string file, FolderNotes notes)
{
    private readonly CsvTable _table = new(file, notes.Found);

    /// <inheritdoc cref="CsvTable.Read"/>
    public List<T> Read<T>(TextReader text, IReadOnlyList<string> columns, Func<CsvLine, T> read) => _table.Read(text, columns, line =>
    {
        // The columns of transfers.csv are fixed, so sources may also stand in brackets in a note.
        Cited(line, InBrackets().Match(line["note"]).Groups[1].Value);
        return read(line);
    });

    public void Fault(CsvLine line, string column, string expected) => _table.Fault(line, column, expected);

    public void Fault(CsvLine line, string message) => notes.Fault(file, line.Number, message);

    public string Required(CsvLine line, string column) => _table.Required(line, column);

    /// <summary>Keys of sources, separated by semicolons.</summary>
    public string Sources(CsvLine line) => notes.Cite(file, line.Number, Required(line, "source"));

    public string Cited(CsvLine line, string keys) => notes.Cite(file, line.Number, keys);

    public StatedTime Time(CsvLine line, string column)
    {
        if (!StatedTime.TryParse(Required(line, column), out var time) && line[column].Length > 0)
        {
            Fault(line, column, "a time such as 2023-09-12T13:20:59Z, 2023-09-12T13:20Z or 2023-09-12");
        }

        return time;
    }

    /// <summary>A number above zero with a point for decimals; null where the cell is empty.</summary>
    public decimal? Number(CsvLine line, string column)
    {
        if (line[column].Length == 0)
        {
            return null;
        }

        if (decimal.TryParse(line[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) && number > 0)
        {
            return number;
        }

        Fault(line, column, "a number above 0, decimals after a point, without separators");
        return null;
    }

    /// <summary>The chain of a row: null where Spoor does not read its addresses.</summary>
    public ChainId? Chain(CsvLine line, string column = "chain")
    {
        string text = line[column];
        if (ChainId.TryParse(text, out var id))
        {
            return ChainRegistry.TryGet(id, out _) ? id : null;
        }

        var meant = ChainRegistry.Known.FirstOrDefault(known => known.Name.Equals(text, StringComparison.OrdinalIgnoreCase) || known.Aliases.Contains(text));
        if (meant is not null)
        {
            Fault(line, column, $"{meant.Id}, the CAIP-2 name of {meant.Name}");
        }
        else if (text.Length > 0 && text.Any(c => c is not (>= 'a' and <= 'z' or >= '0' and <= '9' or '-' or '_')))
        {
            Fault(line, column, "a CAIP-2 name, or the small-letter name of a chain that has none");
        }

        return null;
    }

    [GeneratedRegex(@"\[([-a-z0-9;]+)\]")]
    private static partial Regex InBrackets();
}

using System.Globalization;

namespace Spoor.Chains.Files.Incidents;

/// <summary>Checks <c>prices.csv</c>: the closing price of an asset on a day.</summary>
internal sealed class PriceRows(FolderNotes notes)
{
    private static readonly string[] Columns = ["date", "symbol", "close_usd", "?source", "?note"];

    private readonly IncidentTable _table = new(IncidentFiles.Prices, notes);
    private readonly HashSet<(string, string)> _seen = [];

    public IReadOnlyList<string> Read(TextReader text) => _table.Read(text, Columns, SymbolOf);

    private string SymbolOf(CsvLine line)
    {
        if (!DateOnly.TryParseExact(line["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            _table.Fault(line, "date", "a day such as 2023-09-12");
        }

        _table.Required(line, "close_usd");
        _table.Number(line, "close_usd");
        _table.Cited(line, line["source"]);
        if (!_seen.Add((line["date"], line["symbol"])))
        {
            _table.Fault(line, $"the price of {line["symbol"]} on {line["date"]} stands above already.");
        }

        return _table.Required(line, "symbol");
    }
}

using Spoor.Chains.Files.Incidents;
using Spoor.Incidents;
using Sylvan.Data.Csv;

namespace Spoor.Tests.Examples;

/// <summary>The folder <c>examples/coinex-2023</c> as its README describes it.</summary>
internal sealed record CoinexCase(IncidentFacts Facts, IReadOnlyList<CaseRow> Wallets, IReadOnlyList<CaseRow> Transfers, IReadOnlyList<CaseRow> Totals)
{
    public static CoinexCase Read() => new(
        IncidentFolder.Read(Repository.File("examples/coinex-2023")),
        Rows("wallets.csv"),
        Rows("transfers.csv"),
        Rows("totals.csv"));

    private static List<CaseRow> Rows(string file)
    {
        using var reader = CsvDataReader.Create(new StringReader(Text(file)));
        string[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        List<CaseRow> rows = [];
        while (reader.Read())
        {
            var cells = columns.Select((name, place) => (name, Value: reader.GetString(place)));
            rows.Add(new($"{file}:{rows.Count + 2}", cells.ToDictionary(cell => cell.name, cell => cell.Value)));
        }

        return rows;
    }

    private static string Text(string file) => File.ReadAllText(Repository.File($"examples/coinex-2023/{file}"));
}

/// <summary>One row of a table of the case, its cells by column.</summary>
internal sealed record CaseRow(string Place, IReadOnlyDictionary<string, string> Cells)
{
    public string this[string column] => Cells[column];
}

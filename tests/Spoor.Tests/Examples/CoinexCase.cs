using Sylvan.Data.Csv;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Spoor.Tests.Examples;

/// <summary>The folder <c>examples/coinex-2023</c> as its README describes it.</summary>
internal sealed record CoinexCase(Incident Incident, IReadOnlyList<CaseRow> Wallets, IReadOnlyList<CaseRow> Transfers, IReadOnlyList<CaseRow> Totals)
{
    public static CoinexCase Read() => new(
        new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<Incident>(Text("incident.yaml")),
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

/// <summary>What <c>incident.yaml</c> holds.</summary>
internal sealed class Incident
{
    public string Id { get; set; } = "";

    public string Victim { get; set; } = "";

    public string Title { get; set; } = "";

    public string StartedUtc { get; set; } = "";

    public string Cause { get; set; } = "";

    public List<TimelineEntry> Timeline { get; set; } = [];

    public List<Statement> LossStatements { get; set; } = [];

    public Rescue Rescue { get; set; } = new();

    public Dictionary<string, Source> Sources { get; set; } = [];
}

internal sealed class TimelineEntry
{
    public string Utc { get; set; } = "";

    public string What { get; set; } = "";

    public string Source { get; set; } = "";
}

internal sealed class Statement
{
    public string Who { get; set; } = "";

    public string When { get; set; } = "";

    public long Usd { get; set; }

    public string Scope { get; set; } = "";

    public string Source { get; set; } = "";
}

internal sealed class Rescue
{
    public string Chain { get; set; } = "";

    public string Address { get; set; } = "";

    public string Note { get; set; } = "";

    public List<Statement> Statements { get; set; } = [];
}

internal sealed class Source
{
    public string Kind { get; set; } = "";

    public string Title { get; set; } = "";

    public string Url { get; set; } = "";
}

using System.Text.Json;
using Spoor.Transfers;

namespace Spoor.Chains.Files.Bridges;

/// <summary>Deposits into bridges or payouts of them, from a CSV file with a header or from the JSON of Connector.</summary>
/// <remarks>Columns by any of the names in <see cref="BridgeColumns"/>; others are left alone. One file holds one side.</remarks>
public static class BridgeLegFile
{
    private const int MaxRows = 5_000_000;
    private const int MaxDepth = 8;

    /// <param name="chain">The chain of rows that name none.</param>
    /// <exception cref="FormatException">The file is not what was expected; the message names line, column, what was expected and what was found.</exception>
    public static IReadOnlyList<BridgeLeg> Read(InputFile file, BridgeSide side, ChainId? chain)
    {
        using var text = file.OpenText();
        bool isJson = file.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || file.Name.EndsWith(".json.gz", StringComparison.OrdinalIgnoreCase);
        return isJson ? ReadJson(file.Name, text.ReadToEnd(), side, chain) : ReadCsv(file.Name, text, new(side, chain));
    }

    private static List<BridgeLeg> ReadCsv(string name, TextReader text, BridgeColumns columns)
    {
        var legs = new List<BridgeLeg>();
        foreach (var line in CsvLine.ReadAll(name, text))
        {
            if (legs.Count == MaxRows)
            {
                throw new FormatException($"{name}, line {line.Number}: expected at most {MaxRows} rows, found more. Split the file.");
            }

            legs.Add(columns.Read(line));
        }

        return legs;
    }

    private static List<BridgeLeg> ReadJson(string name, string text, BridgeSide side, ChainId? chain)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? [.. document.RootElement.EnumerateArray().Select((item, index) => ConnectorDeposit.Read($"{name}, item {index + 1}", item, side, chain))]
                : throw new FormatException($"{name}: expected a list of deposits, found {document.RootElement.ValueKind}.");
        }
        catch (JsonException failure)
        {
            throw new FormatException($"{name}, line {failure.LineNumber + 1}: expected JSON, found a place that is not.", failure);
        }
    }
}

using System.Globalization;
using Spoor.Incidents;
using Spoor.Transfers;

namespace Spoor.Chains.Files;

/// <summary>Reads the folder of an incident: <c>incident.yaml</c>, <c>wallets.csv</c>, <c>totals.csv</c>.</summary>
/// <remarks>The fourth file, <c>transfers.csv</c>, is imported like any other file of transfers.</remarks>
public static class IncidentFolder
{
    /// <exception cref="FormatException">A file is not as described; the message names file, line and column.</exception>
    public static IncidentFacts Read(string folder) => Read(name => File.OpenText(Path.Combine(folder, name)));

    /// <param name="open">Opens a file of the folder by name.</param>
    /// <exception cref="FormatException">A file is not as described; the message names file, line and column.</exception>
    public static IncidentFacts Read(Func<string, TextReader> open)
    {
        using var yaml = open("incident.yaml");
        var incident = IncidentYaml.Read(yaml);
        return incident with { Wallets = Rows(open, "wallets.csv", WalletOf), Totals = Rows(open, "totals.csv", TotalOf) };
    }

    private static List<T> Rows<T>(Func<string, TextReader> open, string name, Func<CsvLine, T> read)
    {
        using var text = open(name);
        return [.. CsvLine.ReadAll(name, text).Select(read)];
    }

    private static IncidentWallet WalletOf(CsvLine line)
    {
        string chain = line.Required("chain");
        string address = line.Required("address");
        return new()
        {
            Chain = chain,
            Address = address,
            Account = ChainId.TryParse(chain, out var id) && ChainRegistry.TryGet(id, out _) ? (id, AddressOf(line, id, address)) : null,
            Role = RoleOf(line),
            Name = line["name"],
            Note = line["note"],
            Source = line.Required("source"),
        };
    }

    private static Address AddressOf(CsvLine line, ChainId chain, string text) =>
        AddressText.TryParse(chain, text, out var address) ? address : throw line.Fault("address", $"an address of {chain}");

    private static WalletRole RoleOf(CsvLine line) => line.Required("role") switch
    {
        "thief" => WalletRole.Thief,
        "thief_onward" => WalletRole.ThiefOnward,
        "suspect" => WalletRole.Suspect,
        "linking" => WalletRole.Linking,
        "hot" => WalletRole.Hot,
        "rescue" => WalletRole.Rescue,
        "own" => WalletRole.Own,
        _ => throw line.Fault("role", "one of thief, thief_onward, suspect, linking, hot, rescue, own"),
    };

    private static PublishedTotal TotalOf(CsvLine line) => new()
    {
        Statement = line.Required("statement"),
        Chain = line["chain"],
        Asset = line["asset"],
        Address = line["address"],
        Amount = line["amount"].Length == 0 ? null : Number(line, "amount"),
        Usd = line["usd"].Length == 0 ? null : (long)Number(line, "usd"),
        AsOf = StatedTime.Parse(line.Required("as_of")),
        Source = line.Required("source"),
        Note = line["note"],
    };

    private static decimal Number(CsvLine line, string column) =>
        decimal.TryParse(line[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
            ? number
            : throw line.Fault(column, "a number");
}

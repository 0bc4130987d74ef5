using System.Globalization;
using Spoor.Incidents.Losses;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Chains.Files.Losses;

/// <summary>A line of <c>losses.csv</c>: a row of an estimate, or a row it takes back.</summary>
internal static class LossRowLine
{
    private const string Retracted = "retracted";

    public static bool IsRetraction(CsvLine line) => line["class"] == Retracted;

    public static LossRow RowOf(CsvLine line) => new()
    {
        Id = Text(line, "row", isRequired: true),
        Asset = AssetOf(line),
        Amount = AmountOf(line),
        Class = LossClassNames.TryParse(line.Required("class"), out var one) ? one : throw line.Fault("class", $"one of {string.Join(", ", LossClassNames.All)}, {Retracted}"),
        Time = StatedTimeCell.Of(line, "time"),
        Tx = Text(line, "tx"),
        Index = Text(line, "index"),
        From = AddressOf(line, "from"),
        To = AddressOf(line, "to"),
        StatedUsd = StatedOf(line),
        Source = Text(line, "source", isRequired: true),
        Note = Text(line, "note"),
    };

    public static LossRetraction RetractionOf(CsvLine line) =>
        line["amount"].Length > 0
            ? throw line.Fault("amount", "no amount in a retraction")
            : new(Text(line, "row", isRequired: true), Text(line, "source", isRequired: true), Text(line, "note", isRequired: true));

    private static NamedAsset AssetOf(CsvLine line) =>
        NamedAsset.TryParse(line.Required("chain"), line.Required("asset"), out var asset)
            ? asset
            : throw line.Fault("asset", "the part after the slash of a CAIP-19 name such as slip44:60, a symbol, or unknown");

    // A mistyped address would send a reader to a stranger; what Spoor can check, it checks.
    private static string AddressOf(CsvLine line, string column)
    {
        string text = Text(line, column);
        bool isRead = ChainId.TryParse(line["chain"], out var chain) && ChainRegistry.TryGet(chain, out _);
        return text.Length == 0 || !isRead || AddressText.TryParse(chain, text, out _) ? text : throw line.Fault(column, $"an address of {chain}");
    }

    private static Coins? AmountOf(CsvLine line) =>
        line["amount"] is not { Length: > 0 } text ? null
        : Coins.TryParse(text, out var coins) ? coins
        : throw line.Fault("amount", "whole coins such as 11676 or 0.25, or nothing where it was not published");

    private static long? StatedOf(CsvLine line) =>
        line["stated_usd"] is not { Length: > 0 } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long usd) ? usd
        : throw line.Fault("stated_usd", "whole US dollars, or nothing");

    private static string Text(CsvLine line, string column, bool isRequired = false) =>
        PrintableCell.Of(line, column, isRequired ? line.Required(column) : line[column]);
}

using Spoor.Incidents.Ledger;

namespace Spoor.Chains.Files.Ledger;

/// <summary>Transactions, addresses and tokens that the articles of rekt.news link to.</summary>
internal static class RektLinks
{
    private const int MaxValue = 200;

    public static LedgerContent Read(string file, TextReader text) =>
        new(file, "") { Places = [.. CsvLine.ReadAll(file, text).Select(PlaceOf).Distinct()] };

    private static LedgerPlace PlaceOf(CsvLine line) => new(
        $"rekt:{line.RequiredText("slug")}",
        line.RequiredText("chain_by_explorer").ToLowerInvariant(),
        line["kind"] is "tx" or "address" or "token" ? line["kind"] : throw line.Fault("kind", "tx, address or token"),
        line.Required("value") is { Length: <= MaxValue } value && LedgerLine.IsPrintable(value) ? LedgerLine.Hash(value) : throw line.Fault("value", $"a hash or an address of at most {MaxValue} characters"));
}

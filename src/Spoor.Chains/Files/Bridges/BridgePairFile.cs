using Spoor.Transfers;

namespace Spoor.Chains.Files.Bridges;

/// <summary>Which deposit was paid out by which transaction, as somebody found out: what a matcher is judged by.</summary>
public static class BridgePairFile
{
    private static readonly string[] DepositColumns = ["deposit_tx", "source_tx", "srctxhash", "ethereum_tx"];
    private static readonly string[] PayoutColumns = ["payout_tx", "destination_tx", "dsttxhash", "moonbeam_tx"];

    /// <exception cref="FormatException">A column is missing or a cell is no hash.</exception>
    public static IReadOnlyList<(TxHash Deposit, TxHash Payout)> Read(InputFile file)
    {
        using var text = file.OpenText();
        return [.. CsvLine.ReadAll(file.Name, text).Select(line => (Hash(line, DepositColumns), Hash(line, PayoutColumns)))];
    }

    private static TxHash Hash(CsvLine line, string[] names)
    {
        string column = Array.Find(names, line.Has) ?? names[0];
        return TxHash.TryParse(line[column], out var hash) ? hash : throw line.Fault(column, "a transaction hash of 64 hex digits");
    }
}

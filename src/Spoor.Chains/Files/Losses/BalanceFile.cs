using Spoor.Incidents.Losses.Guards;
using Spoor.Transfers;

namespace Spoor.Chains.Files.Losses;

/// <summary>Reads <c>balances.csv</c>: <c>asset,start,inflow,outflow,end</c>, an asset by its CAIP-19 name and smallest units.</summary>
public static class BalanceFile
{
    /// <exception cref="FormatException">A row is faulty; the message names file, line and column.</exception>
    public static IReadOnlyList<BalanceReconciliation> Read(string file, TextReader text)
    {
        var balances = new Dictionary<AssetId, BalanceReconciliation>();
        foreach (var line in CsvLine.ReadAll(file, text))
        {
            var asset = AssetOf(line);
            if (!balances.TryAdd(asset, new(asset, AmountOf(line, "start"), AmountOf(line, "inflow"), AmountOf(line, "outflow"), AmountOf(line, "end"))))
            {
                throw line.Fault("asset", "an asset that stands in no line above");
            }
        }

        return [.. balances.Values.OrderBy(balance => balance.Asset)];
    }

    private static AssetId AssetOf(CsvLine line)
    {
        try
        {
            return AssetId.Parse(line.Required("asset"));
        }
        catch (FormatException)
        {
            throw line.Fault("asset", "a CAIP-19 asset such as eip155:1/slip44:60");
        }
    }

    private static Amount AmountOf(CsvLine line, string column) =>
        UInt128.TryParse(line.Required(column), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var units)
            ? new(units)
            : throw line.Fault(column, "a whole number of smallest units below 2^128");
}

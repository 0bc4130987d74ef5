using Spoor.Transfers;

namespace Spoor.Chains.Files.Mixers;

/// <summary>Gas prices by transaction from a CSV file with the columns <c>hash</c> and <c>gas_price</c>, as ethereum-etl writes its transactions.</summary>
public static class GasPriceFile
{
    private const int MaxRows = 5_000_000;

    /// <exception cref="FormatException">A row is faulty or contradicts another, or there is none; the message names file, line and column.</exception>
    public static IReadOnlyDictionary<TxHash, Amount> Read(InputFile file)
    {
        using var text = file.OpenText();
        var prices = new Dictionary<TxHash, Amount>();
        foreach (var line in CsvLine.ReadAll(file.Name, text))
        {
            var tx = TxHash.TryParse(line["hash"], out var hash) ? hash : throw line.Fault("hash", "a transaction hash of 64 hex digits");
            var price = UInt128.TryParse(line["gas_price"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var units)
                ? new Amount(units)
                : throw line.Fault("gas_price", "a whole number of the coin's smallest unit");
            if (!prices.TryAdd(tx, price) && prices[tx] != price)
            {
                throw line.Fault("gas_price", $"{prices[tx]} as in an earlier row of the transaction");
            }

            if (prices.Count > MaxRows)
            {
                throw line.Fault("hash", $"no more than {MaxRows} transactions in a file");
            }
        }

        return prices.Count > 0 ? prices : throw new FormatException($"{file.Name}, line 2: expected a gas price after the header hash,gas_price, found none.");
    }
}

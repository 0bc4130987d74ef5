using System.Globalization;
using System.Text;
using Spoor.Response.Compensation;
using Spoor.Transfers;

namespace Spoor.Chains.Files.Compensation;

/// <summary>Reads what was lost of each asset: <c>asset,decimals,loss</c> and, where it is paid in dollars, <c>price_usd</c>.</summary>
public static class LostAssetFile
{
    // No coin was ever worth this; a file that says so has its columns mixed up.
    private const decimal MaxUsd = 1_000_000_000m;

    /// <param name="inUnits">Whether losses are in smallest units, not whole coins.</param>
    /// <exception cref="FormatException">A row is faulty; the message names file, line and column.</exception>
    public static IReadOnlyList<LostAsset> Read(InputFile file, bool inUnits)
    {
        using var text = file.OpenText();
        var assets = new Dictionary<string, LostAsset>(StringComparer.Ordinal);
        foreach (var line in CsvLine.ReadAll(file.Name, text))
        {
            var asset = AssetOf(line, inUnits);
            if (!assets.TryAdd(asset.Code, asset))
            {
                throw line.Fault("asset", "an asset that stands in no line above");
            }
        }

        return assets.Count is > 0 and <= Response.Compensation.Trees.SumTreeShape.MaxAssets
            ? [.. assets.Values]
            : throw new FormatException($"{file.Name}: expected 1 to {Response.Compensation.Trees.SumTreeShape.MaxAssets} assets, found {assets.Count}.");
    }

    private static LostAsset AssetOf(CsvLine line, bool inUnits)
    {
        string code = line.Required("asset");
        if (!PlainName.IsValid(code) || code is "asset" or "customer")
        {
            throw line.Fault("asset", PlainName.Expected);
        }

        if (!int.TryParse(line.Required("decimals"), NumberStyles.None, CultureInfo.InvariantCulture, out int decimals) || decimals > LostAsset.MaxDecimals)
        {
            throw line.Fault("decimals", $"a whole number from 0 to {LostAsset.MaxDecimals}");
        }

        return CoinText.TryParse(Encoding.UTF8.GetBytes(line.Required("loss")), inUnits ? 0 : decimals, out var loss)
            ? new(code, decimals, new Amount(loss), PriceOf(line))
            : throw line.Fault("loss", inUnits ? "a whole number of smallest units below 2^128" : $"whole coins with at most {decimals} digits behind the point");
    }

    private static decimal? PriceOf(CsvLine line) =>
        line["price_usd"] is not { Length: > 0 } text ? null
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal price) && price is > 0 and < MaxUsd ? price
        : throw line.Fault("price_usd", $"US dollars for a whole coin, more than 0 and less than {MaxUsd:N0}");
}

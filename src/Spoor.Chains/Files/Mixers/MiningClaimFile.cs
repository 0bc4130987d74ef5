using System.Globalization;
using Spoor.Tracing.Mixers;
using Spoor.Transfers;

namespace Spoor.Chains.Files.Mixers;

/// <summary>Claims of TORN anonymity mining from a CSV file with the columns <c>account</c>, <c>points</c> and <c>tx</c>.</summary>
public static class MiningClaimFile
{
    private const int MaxRows = 1_000_000;

    /// <param name="chain">The chain of bare addresses.</param>
    /// <exception cref="FormatException">A row is faulty, or there is none; the message names file, line and column.</exception>
    public static IReadOnlyList<MiningClaim> Read(InputFile file, ChainId chain)
    {
        using var text = file.OpenText();
        var claims = new List<MiningClaim>();
        foreach (var line in CsvLine.ReadAll(file.Name, text))
        {
            if (claims.Count == MaxRows)
            {
                throw line.Fault("account", $"no more than {MaxRows} claims in a file");
            }

            claims.Add(new(
                AddressText.TryParse(chain, line["account"], out var account) ? account : throw line.Fault("account", $"an address of {chain}"),
                long.TryParse(line["points"], NumberStyles.None, CultureInfo.InvariantCulture, out long points) ? points : throw line.Fault("points", "a whole number of points"),
                TxHash.TryParse(line["tx"], out var tx) ? tx : throw line.Fault("tx", "a transaction hash of 64 hex digits")));
        }

        return claims.Count > 0 ? claims : throw new FormatException($"{file.Name}, line 2: expected a claim after the header account,points,tx, found none.");
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Spoor.Incidents.Ledger;

/// <summary>What a free text says was lost, as far as it says it in dollars; see <c>docs/methods/lost-text.md</c>.</summary>
/// <param name="Usd">In whole cents; null where the text has no figure in dollars; never a guess from a price.</param>
/// <param name="AtLeast">Whether the text gives a lower bound (<c>&gt;$3.3M</c>, <c>over $21 Million</c>).</param>
public sealed partial record LostText(decimal? Usd, LostBasis Basis, bool AtLeast)
{
    private const int MaxLength = 500;

    private static readonly string[] Silent = ["", "none", "unclear", "unknown", "n/a", "tbd"];

    private static readonly string[] DollarUnits = ["$", "us$", "usd", "usd$", "dollar", "dollars"];

    // Not every coin named after the dollar: USDs and BEUR lost their peg in the very incidents that state losses in them.
    private static readonly string[] ParUnits = ["usdt", "usdc", "busd", "dai", "busdt"];

    public static LostText Read(string text)
    {
        string lower = text.Trim().ToLowerInvariant();
        if (Silent.Contains(lower))
        {
            return new(null, LostBasis.NotStated, false);
        }

        List<(decimal Number, LostBasis Basis)> found = lower.Length > MaxLength ? [] : [.. AmountForm().Matches(lower).Select(AmountOf)];
        var (usd, basis) = Settle(found);
        return new(usd, basis, usd is not null && LowerBoundForm().IsMatch(lower));
    }

    // The first figure in dollars is the ledger's word. Coins at par count only where nothing else was lost: beside
    // other coins they are a part of the loss, and a part is not the figure.
    private static (decimal? Usd, LostBasis Basis) Settle(List<(decimal Number, LostBasis Basis)> found)
    {
        foreach (var basis in new[] { LostBasis.Dollars, LostBasis.NoUnit, LostBasis.AtPar })
        {
            var of = found.Where(amount => amount.Basis == basis).ToList();
            if (of.Count > 0 && (basis == LostBasis.Dollars || of.Count == found.Count))
            {
                decimal usd = basis == LostBasis.AtPar ? of.Sum(amount => amount.Number) : of[0].Number;
                return (decimal.Round(usd, 2, MidpointRounding.AwayFromZero), basis);
            }
        }

        return (null, found.Count > 0 ? LostBasis.OtherUnits : LostBasis.Unreadable);
    }

    private static (decimal Number, LostBasis Basis) AmountOf(Match match)
    {
        string written = match.Groups["number"].Value;
        string plain = match.Groups["comma"].Success ? written.Replace(',', '.') : written.Replace(",", "", StringComparison.Ordinal);
        decimal number = decimal.Parse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        string magnitude = match.Groups["magnitude"].Value;
        return (number * Factor(magnitude), BasisOf(match.Groups["before"].Success, magnitude.Length > 0, match.Groups["unit"].Value));
    }

    // The unit after the number decides: '$176ETH' is 176 ETH.
    private static LostBasis BasisOf(bool dollarBefore, bool magnitude, string unit) =>
        DollarUnits.Contains(unit) ? LostBasis.Dollars
        : ParUnits.Contains(unit.TrimStart('$')) ? LostBasis.AtPar
        : unit.Length > 0 ? LostBasis.OtherUnits
        : dollarBefore ? LostBasis.Dollars
        : magnitude ? LostBasis.NoUnit
        : LostBasis.OtherUnits;

    private static decimal Factor(string magnitude) => magnitude switch
    {
        "" => 1m,
        "k" or "thousand" => 1_000m,
        "m" or "mm" or "million" => 1_000_000m,
        _ => 1_000_000_000m,
    };

    // A number of at most 15 digits that is part of no other word; thousands by commas, or a decimal comma where it can be nothing else.
    [GeneratedRegex("""
        (?<before>(?:us)?\$\s*)?
        (?<![\w.,-])(?<number>\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,9})? | (?<comma>\d{1,3},\d{1,2}) | \d{1,15}(?:\.\d{1,9})? | \.\d{1,9})(?![.,]?\d)
        \s*(?<magnitude>(?:k|m|mm|b|bn|thousand|million|billion)(?![a-z]))?
        \s*(?<unit>us\$ | usd\$ | \$?[a-z]+ | \$)?
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex AmountForm();

    [GeneratedRegex(@"^\s*(>|over\b|at least\b|more than\b)", RegexOptions.CultureInvariant)]
    private static partial Regex LowerBoundForm();
}

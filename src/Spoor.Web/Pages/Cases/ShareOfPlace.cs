using System.Numerics;
using Spoor.Reporting;
using Spoor.Reporting.Cases;
using Spoor.Transfers;

namespace Spoor.Web.Pages.Cases;

/// <summary>How much of a stolen asset is at places of one kind.</summary>
/// <param name="Permille">Of what was followed of the asset.</param>
public sealed record ShareOfPlace(string Asset, string Kind, string Amount, string Share, int Permille, int Addresses)
{
    private const int Whole = 1_000;

    /// <summary>Asset by asset, those that the token list knows first.</summary>
    public static List<ShareOfPlace> Of(CaseFindings findings)
    {
        var coins = new CoinText(findings.Inputs.Tokens);
        var found = findings.Whereabouts;
        return [.. found.Assets.Where(asset => !found.WholeOf(asset).IsZero)
            .OrderByDescending(coins.Knows).ThenBy(asset => asset)
            .SelectMany(asset => found.SumsOf(asset), (asset, sum) => new ShareOfPlace(
                coins.ShortNameOf(asset), TerminalNames.WordOf(sum.Class), coins.Of(asset, sum.Amount), CoinText.Share(sum.Amount, found.WholeOf(asset)), PermilleOf(sum.Amount, found.WholeOf(asset)), sum.Addresses))];
    }

    private static int PermilleOf(Amount part, Amount whole) => (int)((BigInteger)part.Units * Whole / whole.Units);
}

using Spoor.Reporting;
using Spoor.Transfers;
using Spoor.Workspace.Addresses;

namespace Spoor.Web.Pages.Elements;

/// <summary>Amounts as a page shows and copies them.</summary>
internal static class CoinWords
{
    private static readonly CoinText Coins = new(TokenList.Builtin);

    public static string NameOf(AssetId asset) => Coins.ShortNameOf(asset);

    public static string Shown(AssetId asset, Amount amount) => Coins.Of(asset, amount);

    /// <summary>To the last digit: whole coins where the token is known, else smallest units.</summary>
    public static string Exact(AssetId asset, Amount amount) => amount.ToDecimalString(TokenList.Builtin.TryGet(asset, out var token) ? token.Decimals : 0);

    public static string Shown(AssetId asset, Sum sum) => Fits(sum) is { } amount ? Shown(asset, amount) : sum.ToString();

    public static string Exact(AssetId asset, Sum sum) => Fits(sum) is { } amount ? Exact(asset, amount) : sum.ToString();

    private static Amount? Fits(Sum sum) => sum.Units <= UInt128.MaxValue ? new Amount((UInt128)sum.Units) : null;
}

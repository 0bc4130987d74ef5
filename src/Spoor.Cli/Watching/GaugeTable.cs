using Spectre.Console;
using Spoor.Cli.Output;
using Spoor.Detection;
using Spoor.Transfers;

namespace Spoor.Cli.Watching;

/// <summary>Wallets beside what they normally do, as a table of the board.</summary>
internal static class GaugeTable
{
    public static Table Of(IReadOnlyList<WalletGauge> wallets)
    {
        var table = WatchBoard.TableOf("Wallet", "Left in the last hour, USD", "Largest at once", "Usual at once", "Never more than", "Holds, USD");
        foreach (var wallet in wallets)
        {
            WatchBoard.Row(table, wallet.IsBeyond ? Color.Red : Color.Default, CellsOf(wallet));
        }

        return table;
    }

    /// <summary>One row.</summary>
    internal static IReadOnlyList<string> CellsOf(WalletGauge wallet) =>
    [
        $"{wallet.Owner}, {NameOf(wallet)}",
        UsdText.Of(wallet.LastHour),
        UsdText.Of(wallet.Largest),
        wallet.Usual is { } usual ? UsdText.Of(usual) : "not known yet",
        $"{UsdText.Of(wallet.Extreme)}{(wallet.IsLearnt ? "" : " (policy)")}",
        $"{(wallet.HoldsMore ? "at least " : "")}{UsdText.Of(wallet.Holds)}",
    ];

    private static string NameOf(WalletGauge wallet)
    {
        string chain = NoticeText.NameOf(wallet.Chain);
        return wallet.Name.Length > 0 ? $"{wallet.Name} ({chain})"
            : wallet.Address is { } address ? $"{AddressText.Render(wallet.Chain, address)} ({chain})" : $"all addresses ({chain})";
    }
}

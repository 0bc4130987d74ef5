using Microsoft.AspNetCore.Components;
using Spoor.Detection;
using Spoor.Transfers;
using Spoor.Web.Alerts;

namespace Spoor.Web.Pages.Watch;

/// <summary>The wallets of the watch file and of the last replay, those from which most left first.</summary>
public sealed partial class WalletTable
{
    private const int AtFirst = 60;

    private int _most = AtFirst;

    /// <summary>Null where there is no watch file, or one with faults.</summary>
    [Parameter]
    public WatchList? Watch { get; set; }

    [Parameter]
    public ReplayedWatch? Replay { get; set; }

    /// <summary>Whether the replay is of the watch file and of the transfers as they are now.</summary>
    [Parameter]
    public bool IsCurrent { get; set; }

    private IReadOnlyList<Row> Rows { get; set; } = [];

    protected override void OnParametersSet()
    {
        var listed = (Watch?.Owners ?? []).SelectMany(owner => owner.Wallets, (owner, wallet) => (owner.Name, Wallet: wallet)).ToList();
        var uses = listed.DistinctBy(one => (one.Wallet.Chain, one.Wallet.Address)).ToDictionary(one => (one.Wallet.Chain, one.Wallet.Address), one => one.Wallet.Use);
        var gauged = (Replay?.Wallets ?? []).Select(gauge => RowOf(gauge, gauge.Address is { } address && uses.TryGetValue((gauge.Chain, address), out var use) ? Word(use) : "")).ToList();
        var known = gauged.Select(row => row.Account).ToHashSet(StringComparer.Ordinal);
        Rows = [.. gauged, .. listed.Select(one => RowOf(one.Name, one.Wallet)).Where(row => !known.Contains(row.Account))];
    }

    private static Row RowOf(WalletGauge gauge, string use) => gauge.Address is { } address
        ? new(gauge.Owner, gauge.Name, gauge.Chain, AddressText.Render(gauge.Chain, address), AddressText.ToCaip10(gauge.Chain, address), use, gauge)
        : new(gauge.Owner, gauge.Name, gauge.Chain, "all its addresses", gauge.Chain.Value, use, gauge);

    private static Row RowOf(string owner, WatchedWallet wallet) => new(
        owner, wallet.Name, wallet.Chain, AddressText.Render(wallet.Chain, wallet.Address), AddressText.ToCaip10(wallet.Chain, wallet.Address), Word(wallet.Use), null);

    private static string Word(WalletUse use) => use.ToString().ToLowerInvariant();

    // A wallet as it is shown; without a gauge where nothing was replayed for it.
    private sealed record Row(string Owner, string Name, ChainId Chain, string Address, string Account, string Use, WalletGauge? Gauge);
}

using System.Globalization;
using System.Numerics;
using Microsoft.AspNetCore.Components;
using Spoor.Detection;
using Spoor.Reporting;
using Spoor.Valuation;

namespace Spoor.Web.Pages.Watch;

/// <summary>The band of what a wallet normally sends at once, and what it sent now.</summary>
public sealed partial class WalletBand
{
    private const double Width = 220;

    // From 100 dollars on; what is less stands at the edge.
    private const double FirstDecade = 2;
    private const double LeastDecades = 5;
    private const double MicroDecades = 6;

    // The sign of now is drawn around its place.
    private const double HalfSign = 6;

    [Parameter, EditorRequired]
    public WalletGauge Gauge { get; set; } = null!;

    /// <summary>What the wallet is called, for whoever hears the page.</summary>
    [Parameter]
    public string Wallet { get; set; } = "";

    private string Said => Gauge.Largest.IsZero ? "no payment" : $"${DollarText.Of(Gauge.Largest)}{(Gauge.IsBeyond ? ", beyond" : "")}";

    private string Words => $"{Wallet}: the largest payment of the last hour was ${DollarText.Of(Gauge.Largest)}; usual is {(Gauge.Usual is { } usual ? $"${DollarText.Of(usual)}" : "not known yet")}, "
        + $"as good as never more than ${DollarText.Of(Gauge.Extreme)}{(Gauge.IsBeyond ? ": this is beyond it" : "")}.";

    private double Decades => Math.Max(LeastDecades, Math.Max(DecadesOf(Gauge.Extreme), DecadesOf(Gauge.Largest)) + 0.5 - FirstDecade);

    private static double DecadesOf(UsdValue value) => value.Micros.Sign > 0 ? BigInteger.Log10(value.Micros) - MicroDecades : 0;

    private double PlaceOf(UsdValue value) => Math.Clamp((DecadesOf(value) - FirstDecade) / Decades * Width, HalfSign, Width - HalfSign);

    private static string Text(double place) => place.ToString("0.#", CultureInfo.InvariantCulture);
}

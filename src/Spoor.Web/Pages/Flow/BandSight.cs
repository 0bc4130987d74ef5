using Spoor.Reporting;
using Spoor.Reporting.Flows;
using Spoor.Reporting.Flows.Views;

namespace Spoor.Web.Pages.Flow;

/// <summary>All that is drawn of one band: equal sights need no drawing again.</summary>
public sealed record BandSight(string From, string To, string Path, string Width, bool IsCrossing, bool IsChosen)
{
    // A thinner band is hard to point at: it gets a wide one over it that is not seen.
    private const decimal ThinnestToPointAt = 9;

    public string Key => $"{From}>{To}";

    public bool IsThin { get; init; }

    public static BandSight Of(FlowScene scene, FlowBand band, string? chosen)
    {
        string from = scene.KeyOf(band.Edge.From);
        string to = scene.KeyOf(band.Edge.To);
        return new(from, to, SvgText.PathOf(band.Points), SvgText.Number(band.Width), band.Edge.IsCrossing, chosen == $"{from}>{to}") { IsThin = band.Width < ThinnestToPointAt };
    }
}

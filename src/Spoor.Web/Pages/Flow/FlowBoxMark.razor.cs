using System.Globalization;
using Microsoft.AspNetCore.Components;
using Spoor.Reporting.Flows;

namespace Spoor.Web.Pages.Flow;

/// <summary>One box of the picture.</summary>
public sealed partial class FlowBoxMark
{
    private BoxSight? _drawn;
    private string[] _lines = [];
    private decimal _top;

    [Parameter, EditorRequired]
    public BoxSight Sight { get; set; } = null!;

    protected override bool ShouldRender() => Sight != _drawn;

    protected override void OnParametersSet()
    {
        _lines = Sight.Lines;
        _top = (decimal.Parse(Sight.Height, CultureInfo.InvariantCulture) - (_lines.Length * FlowLayout.Line)) / 2;
    }

    protected override void OnAfterRender(bool firstRender) => _drawn = Sight;
}

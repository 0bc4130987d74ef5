using System.Globalization;
using Microsoft.AspNetCore.Components;
using Spoor.Reporting.Flows;

namespace Spoor.Web.Pages.Flow;

/// <summary>One box of the picture.</summary>
public sealed partial class FlowBoxMark
{
    private BoxSight? _drawn;
    private bool _isNew;
    private string[] _lines = [];
    private decimal _top;

    [Parameter, EditorRequired]
    public BoxSight Sight { get; set; } = null!;

    protected override bool ShouldRender() => _isNew;

    protected override void OnParametersSet()
    {
        // Not after the browser has drawn it: what comes in between would be taken for drawn.
        (_isNew, _drawn) = (Sight != _drawn, Sight);
        _lines = Sight.Lines;
        _top = (decimal.Parse(Sight.Height, CultureInfo.InvariantCulture) - (_lines.Length * FlowLayout.Line)) / 2;
    }
}

using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Rendering;

namespace Spoor.Web.Pages.Elements;

/// <summary>A field to choose a file in. Its listener comes to the browser after the field does; until then the field is disabled, so that no choice goes unheard.</summary>
public sealed class FileField : InputFile
{
    private bool _isHeard;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "input");
        builder.AddMultipleAttributes(1, AdditionalAttributes);
        builder.AddAttribute(2, "type", "file");
        builder.AddAttribute(3, "disabled", !_isHeard);
        builder.AddElementReferenceCapture(4, field => Element = field);
        builder.CloseElement();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await base.OnAfterRenderAsync(firstRender);
        if (firstRender)
        {
            _isHeard = true;
            StateHasChanged();
        }
    }
}

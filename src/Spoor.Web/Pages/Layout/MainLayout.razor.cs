using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace Spoor.Web.Pages.Layout;

/// <summary>What stands around every page: the bar, the list of pages, and where errors end.</summary>
public sealed partial class MainLayout
{
    private bool _dark;
    private bool _open = true;
    private ErrorBoundary? _boundary;

    [CascadingParameter(Name = "IsDark")]
    private bool IsDark { get; set; }

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    protected override void OnInitialized() => _dark = IsDark;

    // Another page begins anew, whatever became of the last.
    protected override void OnParametersSet() => _boundary?.Recover();

    private async Task ChangeThemeAsync()
    {
        _dark = !_dark;
        await Script.InvokeVoidAsync("spoor.theme", _dark ? "dark" : "light");
    }

    private async Task SignOutAsync() => await Script.InvokeVoidAsync("spoor.signOut");
}

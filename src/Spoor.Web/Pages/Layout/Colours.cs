using MudBlazor;

namespace Spoor.Web.Pages.Layout;

/// <summary>The colours of both themes. Every text on its ground has at least 4.5 : 1 (WCAG 2.2, 1.4.3).</summary>
internal static class Colours
{
    private static readonly string[] Fonts = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Helvetica Neue", "Arial", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0b6375",
            PrimaryContrastText = "#ffffff",
            Secondary = "#7a3e00",
            Background = "#f6f7f8",
            Surface = "#ffffff",
            AppbarBackground = "#10242b",
            AppbarText = "#f2f6f7",
            DrawerBackground = "#ffffff",
            DrawerText = "#1d2a30",
            DrawerIcon = "#43555d",
            TextPrimary = "#1d2a30",
            TextSecondary = "#4a5a61",
            ActionDefault = "#43555d",
            Success = "#1b6e33",
            Warning = "#8a4b00",
            Error = "#b3261e",
            Info = "#0b5a8a",
            LinesDefault = "#d5dcdf",
            TableLines = "#d5dcdf",
            Divider = "#d5dcdf",
            TextDisabled = "#5f6d73",
            ActionDisabled = "#5f6d73",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#5cc4d6",
            PrimaryContrastText = "#06222a",
            Secondary = "#f0b070",
            Background = "#10171a",
            Surface = "#182226",
            AppbarBackground = "#0b1113",
            AppbarText = "#e6eef0",
            DrawerBackground = "#141d20",
            DrawerText = "#e1eaec",
            DrawerIcon = "#b3c2c7",
            TextPrimary = "#e6eef0",
            TextSecondary = "#b3c2c7",
            ActionDefault = "#b3c2c7",
            Success = "#7bd693",
            Warning = "#f3b562",
            Error = "#ff9a90",
            Info = "#82c4f0",
            LinesDefault = "#33444b",
            TableLines = "#33444b",
            Divider = "#33444b",
            TextDisabled = "#93a3a9",
            ActionDisabled = "#93a3a9",
        },
        Typography = new Typography { Default = new DefaultTypography { FontFamily = Fonts, FontSize = "0.9rem" } },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "4px", AppbarHeight = "3.25rem" },
    };
}

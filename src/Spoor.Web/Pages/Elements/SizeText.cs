using System.Globalization;

namespace Spoor.Web.Pages.Elements;

/// <summary>Bytes as people say them.</summary>
internal static class SizeText
{
    private static readonly string[] Units = ["bytes", "kB", "MB", "GB", "TB"];

    public static string Of(long bytes)
    {
        decimal size = bytes;
        int unit = 0;
        for (; size >= 1000 && unit < Units.Length - 1; unit++)
        {
            size /= 1000;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{(unit == 0 ? size : decimal.Round(size, size < 10 ? 1 : 0))} {Units[unit]}");
    }
}

using System.Text.RegularExpressions;

namespace Spoor.Tests.Architecture;

/// <summary>Names that say nothing of the field: drawers into which anything fits.</summary>
internal static partial class DrawerNames
{
    public static IEnumerable<string> Offences(string path)
    {
        foreach (string folder in path.Split('/')[..^1].Where(folder => Folder().IsMatch(folder)))
        {
            yield return $"{path} lies in the drawer {folder}";
        }

        if (FileName().IsMatch(path))
        {
            yield return $"{path} has a name without a subject";
        }
    }

    // The last part of a project's name counts like a folder: Spoor.Common is a drawer, too.
    [GeneratedRegex(@"(^|\.)(Common|Shared|Utils?|Utilities|Helpers?|Extensions|Models?|Services?|Managers?|Interfaces|Dtos?|Abstractions|Infrastructure|Application|Domain|Misc)$", RegexOptions.IgnoreCase)]
    private static partial Regex Folder();

    [GeneratedRegex(@"[^/](Helper|Manager|Util|Utilitie|Processor|Service|Info|Data|Dto|Impl|Base)s?\.cs$|(^|/)(Helpers?|Utils?|Common|Misc|Extensions)\.cs$")]
    private static partial Regex FileName();
}

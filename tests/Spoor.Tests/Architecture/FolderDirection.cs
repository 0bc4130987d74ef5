using System.Text.RegularExpressions;

namespace Spoor.Tests.Architecture;

/// <summary>Inside <c>src/Spoor</c> a folder uses only the folders upstream of it.</summary>
internal static partial class FolderDirection
{
    /// <summary>Upstream first.</summary>
    public static readonly IReadOnlyList<string> Folders =
    [
        "Transfers", "Labels", "Valuation", "Clustering", "Tracing",
        "Detection", "Attribution", "Screening", "Incidents", "Records", "Response", "Reporting",
    ];

    public static IEnumerable<string> Offences(SourceFile file)
    {
        string folder = file.Path.Split('/') is ["src", "Spoor", var first, _, ..] ? first : "";
        int place = IndexOf(folder);
        if (place < 0)
        {
            return [$"{file.Path} is in none of the folders {string.Join(", ", Folders)}: put it into one"];
        }

        return Uses().Matches(file.CodeWithoutStrings)
            .Select(match => match.Groups["folder"].Value)
            .Distinct()
            .Where(used => IndexOf(used) > place)
            .Select(used => $"{file.Path} uses {used}, which is downstream of {folder}");
    }

    private static int IndexOf(string folder) => Folders.TakeWhile(known => known != folder).Count() is var place && place < Folders.Count ? place : -1;

    // `using Spoor.Tracing;`, `Spoor.Tracing.Trace` and, because a namespace sees its siblings, `Tracing.Trace`.
    [GeneratedRegex(@"(?<![\w.])(?:Spoor\.(?<folder>[A-Z]\w*)\b|(?<folder>Transfers|Labels|Valuation|Clustering|Tracing|Detection|Attribution|Screening|Incidents|Records|Response|Reporting)\.[A-Z])")]
    private static partial Regex Uses();
}

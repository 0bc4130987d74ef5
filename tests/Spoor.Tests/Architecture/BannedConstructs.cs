using System.Text.RegularExpressions;

namespace Spoor.Tests.Architecture;

/// <summary>What no source file may hold and no analyser of the build finds.</summary>
internal static partial class BannedConstructs
{
    public static IEnumerable<string> Offences(SourceFile file)
    {
        IEnumerable<(string Name, bool Found)> checks =
        [
            ("SELECT *", SelectStar().IsMatch(file.Code)),
            ("an empty catch", EmptyCatch().IsMatch(file.Text)),
            ("async void", AsyncVoid().IsMatch(file.CodeWithoutStrings)),
            ("a region", Region().IsMatch(file.Text)),
            ("a comparison with null by operator", NullByOperator().IsMatch(file.CodeWithoutStrings)),
            ("a wait that blocks", BlockingWait().IsMatch(file.CodeWithoutStrings)),
            ("a note of unfinished work", Unfinished().IsMatch(file.Text)),
        ];
        return checks.Where(check => check.Found).Select(check => $"{file.Path} has {check.Name}");
    }

    [GeneratedRegex(@"\bSELECT\s+(DISTINCT\s+)?(\w+\.)?\*", RegexOptions.IgnoreCase)]
    private static partial Regex SelectStar();

    // Over the text as it is: a catch that holds only a reason in a comment is not empty.
    [GeneratedRegex(@"\bcatch\b[^{;]*\{\s*\}")]
    private static partial Regex EmptyCatch();

    [GeneratedRegex(@"\basync\s+void\b")]
    private static partial Regex AsyncVoid();

    [GeneratedRegex(@"^\s*#region\b", RegexOptions.Multiline)]
    private static partial Regex Region();

    [GeneratedRegex(@"[!=]=\s*null\b")]
    private static partial Regex NullByOperator();

    [GeneratedRegex(@"\.GetAwaiter\(\)\.GetResult\(\)|\.Wait\(\)|\.Result\b(?!\s*\()")]
    private static partial Regex BlockingWait();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|NotImplementedException)\b")]
    private static partial Regex Unfinished();
}

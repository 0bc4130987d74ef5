using System.Text.RegularExpressions;

namespace Spoor.Tests.Architecture;

/// <summary>A file of the repository: its path from the root, with forward slashes, and its text.</summary>
internal sealed partial record SourceFile(string Path, string Text)
{
    /// <summary>The text without comments: a checker must not take offence at what a comment says.</summary>
    public string Code => Tokens().Replace(Text, token => token.Value.StartsWith('/') ? " " : token.Value);

    /// <summary>The text without comments and without what stands in quotes.</summary>
    public string CodeWithoutStrings => Tokens().Replace(Text, token => token.Value.StartsWith('/') ? " " : "\"\"");

    /// <summary>All C# files below a folder, without what the build makes.</summary>
    public static IReadOnlyList<SourceFile> Below(string folder, string pattern = "*.cs") =>
    [
        .. Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories)
            .Select(file => new SourceFile(System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), File.ReadAllText(file)))
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    // Strings are matched before comments, so that the slashes of "https://…" do not start one.
    [GeneratedRegex("""
        "{3}[\s\S]*?"{3} | @"(?:[^"]|"")*" | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])' | //[^\n]* | /\*[\s\S]*?\*/
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Tokens();
}

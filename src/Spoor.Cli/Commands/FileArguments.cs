namespace Spoor.Cli.Commands;

/// <summary>Files as a command names them: paths, or patterns with <c>*</c> and <c>?</c> where the shell has not expanded them.</summary>
internal static class FileArguments
{
    /// <summary>Full paths, each once, in the order named; the files of a pattern in order of name.</summary>
    /// <exception cref="FileNotFoundException">A file is not there, or a pattern fits none.</exception>
    public static IReadOnlyList<string> Expand(IEnumerable<string> named, string folder) =>
        [.. named.SelectMany(name => Expand(name, folder)).Distinct(StringComparer.Ordinal)];

    private static string[] Expand(string name, string folder)
    {
        string path = Path.GetFullPath(name, folder);
        if (File.Exists(path))
        {
            return [path];
        }

        if (Directory.Exists(path))
        {
            throw new FileNotFoundException($"{name}: expected a file, found a folder. Name its files, for example '{Path.Combine(name, "*.csv")}'.");
        }

        string within = Path.GetDirectoryName(path) ?? folder;
        string pattern = Path.GetFileName(path);
        string[] found = pattern.AsSpan().IndexOfAny('*', '?') >= 0 && Directory.Exists(within) ? Directory.GetFiles(within, pattern) : [];
        Array.Sort(found, StringComparer.Ordinal);
        return found.Length > 0 ? found : throw new FileNotFoundException($"{name}: there is no such file.");
    }
}

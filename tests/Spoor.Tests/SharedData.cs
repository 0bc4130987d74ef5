namespace Spoor.Tests;

/// <summary>Real data too big or too bound by licence for the repository; a test that needs absent data is skipped.</summary>
/// <remarks>The folder is named by SPOOR_DATA, else it is <c>../shared/data</c> beside the repository.</remarks>
internal static class SharedData
{
    public static string RepositoryRoot { get; } = FindRepositoryRoot();

    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("SPOOR_DATA") is { Length: > 0 } named
            ? named
            : Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared", "data"));

    /// <summary>The full path of a file or folder of the data, or the test is skipped.</summary>
    public static string File(string relativePath)
    {
        string path = Path.Combine(Folder, relativePath);
        if (!System.IO.File.Exists(path) && !Directory.Exists(path))
        {
            Assert.Skip($"The shared data have no {relativePath}; set SPOOR_DATA to their folder.");
        }

        return path;
    }

    private static string FindRepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Spoor.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Spoor.slnx.");
    }
}

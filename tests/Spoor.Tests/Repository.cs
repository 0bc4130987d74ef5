namespace Spoor.Tests;

/// <summary>Where this repository lies on the machine that runs the tests.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution file.</summary>
    /// <remarks>Not taken from the caller's path: deterministic builds write <c>/_/</c> there.</remarks>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string File(string path) => Path.Combine(Root, path);

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Spoor.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"Expected Spoor.slnx in a folder above {start}, found none; run the tests from a clone.");
    }
}

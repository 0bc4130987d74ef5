namespace Spoor.Tests;

/// <summary>Finds files of this repository from wherever the tests were built to.</summary>
internal static class RepositoryRoot
{
    internal static string Path { get; } = Find();

    internal static string File(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(System.IO.Path.Combine(folder.FullName, "Spoor.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Spoor.slnx.");
    }
}

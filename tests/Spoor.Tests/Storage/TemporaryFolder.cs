using Spoor.Storage;

namespace Spoor.Tests.Storage;

/// <summary>A data folder of one test, gone with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("spoor-tests-");

    internal string Path => _directory.FullName;

    internal DataFolder Data => DataFolder.At(Path);

    public void Dispose() => _directory.Delete(recursive: true);
}

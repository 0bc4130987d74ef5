using Spoor.Web.Accounts;
using Spoor.Web.Serving;

namespace Spoor.Web.Importing;

/// <summary>Where files rest that were sent and are not imported yet: each in a folder of its own, gone when its import ends.</summary>
internal sealed class UploadFolder
{
    private const string Name = "uploads";

    private readonly string _folder;
    private readonly string _root;

    public UploadFolder(ServeSettings settings)
    {
        _folder = settings.Folder.Path;
        _root = Path.Combine(_folder, Name);
        // What a server that was killed left behind. Nobody else uses the folder: the data folder has one server.
        if (Directory.Exists(_root))
        {
            Directory.Delete(_root, recursive: true);
        }
    }

    /// <summary>How many bytes its disk still takes.</summary>
    public long FreeBytes => new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(_folder)! : _folder).AvailableFreeSpace;

    /// <param name="name">One that <see cref="Workspace.Importing.ImportName"/> let pass.</param>
    public Upload New(string name)
    {
        string folder = Path.Combine(_root, Secret.DrawName(16));
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new(folder, name);
    }
}

using System.Runtime.InteropServices;

namespace Spoor.Benchmarks.Growth;

/// <summary>What the system keeps of a file in memory.</summary>
internal static partial class PageCache
{
    private const int DontNeed = 4;

    /// <summary>Makes the system forget a file that nobody has mapped, so that the next read comes from the disk.</summary>
    public static void Forget(string path)
    {
        using var file = File.OpenHandle(path);
        if (!OperatingSystem.IsLinux() || Advise((int)file.DangerousGetHandle(), 0, 0, DontNeed) != 0)
        {
            throw new PlatformNotSupportedException("Only Linux can be told to forget a file.");
        }
    }

    [LibraryImport("libc", EntryPoint = "posix_fadvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(int file, long from, long bytes, int advice);
}

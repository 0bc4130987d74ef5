using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Spoor.Storage.Index;

/// <summary>What Linux is told about memory and files that it cannot guess; advice changes no result, and elsewhere none is given.</summary>
internal static unsafe partial class SystemAdvice
{
    private const int HugePageBytes = 2 << 20;

    private const int MemoryRandom = 1;
    private const int MemoryWillNeed = 3;
    private const int MemoryHugePages = 14;
    private const int FileDontNeed = 4;
    private const uint StartWriting = 2;

    /// <summary>Mapped pages are asked for anywhere: the system would read 128 KiB around each.</summary>
    internal static void ReadsAnywhere(byte* start, long bytes) => Tell(start, bytes, MemoryRandom);

    /// <summary>Mapped pages will be asked for soon.</summary>
    internal static void WillBeRead(byte* start, long bytes) => Tell(start, bytes, MemoryWillNeed);

    /// <summary>Much memory is touched anywhere: in pages of 2 MiB the processor finds it with fewer look-ups, and the system gives it with fewer faults.</summary>
    internal static void IsTouchedAnywhere(void* start, long bytes)
    {
        nuint first = ((nuint)start + HugePageBytes - 1) & ~(nuint)(HugePageBytes - 1);
        long whole = bytes - (long)(first - (nuint)start);
        if (whole >= HugePageBytes)
        {
            Tell((byte*)first, whole, MemoryHugePages);
        }
    }

    /// <summary>What was just written should begin to go to the disk.</summary>
    internal static void WriteSoon(SafeFileHandle file, long from, long bytes)
    {
        if (OperatingSystem.IsLinux())
        {
            _ = SyncFileRange(file, from, bytes, StartWriting);
        }
    }

    /// <summary>What has reached the disk need not be kept in memory.</summary>
    internal static void Forget(SafeFileHandle file, long from, long bytes)
    {
        if (OperatingSystem.IsLinux())
        {
            _ = AdviseFile(file, from, bytes, FileDontNeed);
        }
    }

    private static void Tell(byte* start, long bytes, int advice)
    {
        if (OperatingSystem.IsLinux())
        {
            _ = AdviseMemory(start, (nuint)bytes, advice);
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int AdviseMemory(byte* start, nuint bytes, int advice);

    [LibraryImport("libc", EntryPoint = "posix_fadvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int AdviseFile(SafeFileHandle file, long from, long bytes, int advice);

    [LibraryImport("libc", EntryPoint = "sync_file_range")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SyncFileRange(SafeFileHandle file, long from, long bytes, uint how);
}

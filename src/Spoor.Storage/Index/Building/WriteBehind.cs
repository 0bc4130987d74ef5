using Microsoft.Win32.SafeHandles;

namespace Spoor.Storage.Index.Building;

/// <summary>Sends a large file to the disk while it is written, and lets the system forget what is there already.</summary>
/// <remarks>
/// Otherwise a file that nobody reads yet takes all free memory, drives out what others read, and costs the system fresh pages, which is more
/// than copying does. The last written stays in memory. Pieces may be told side by side.
/// </remarks>
internal sealed class WriteBehind(SafeFileHandle file)
{
    private const long MostKept = 512L << 20;

    private readonly Queue<(long From, long Bytes)> _kept = [];
    private readonly Lock _one = new();
    private long _bytes;

    internal void Wrote(long from, long bytes)
    {
        SystemAdvice.WriteSoon(file, from, bytes);
        lock (_one)
        {
            _kept.Enqueue((from, bytes));
            for (_bytes += bytes; _bytes > MostKept; _bytes -= bytes)
            {
                (from, bytes) = _kept.Dequeue();
                SystemAdvice.Forget(file, from, bytes);
            }
        }
    }
}

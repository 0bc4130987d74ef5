using System.Collections.Concurrent;

namespace Spoor.Storage.Index;

/// <summary>Touches the pages of addresses that will be asked for next, several at a time, so that nobody waits for the disk one page at a time.</summary>
/// <remarks>A wrong guess costs a read that nobody needed, and changes no answer. Threads are started with the first guess.</remarks>
internal sealed class ReadAhead(Action<uint> touch) : IDisposable
{
    // A disk answers many reads in the time of one; the threads only wait.
    private const int Threads = 16;
    private const int MostWaiting = 100_000;

    private const int Bits = 1 << 20;

    private readonly BlockingCollection<uint> _waiting = new(MostWaiting);

    // A bit for each number, and for those that are as far apart as there are bits: who meets another's is not read ahead.
    private readonly ulong[] _added = new ulong[Bits / 64];
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _starting = new();
    private List<Thread> _threads = [];
    private int _count;

    /// <summary>Guesses that an address will be asked for; one that was guessed lately is not touched again.</summary>
    internal void Add(uint number)
    {
        if (!IsNew(number))
        {
            return;
        }

        if (_threads.Count == 0)
        {
            Start();
        }

        _waiting.TryAdd(number);
    }

    public void Dispose()
    {
        _end.Cancel();
        _threads.ForEach(thread => thread.Join());
        _waiting.Dispose();
        _end.Dispose();
    }

    // Two at once may lose a bit, and read twice.
    private bool IsNew(uint number)
    {
        ref ulong word = ref _added[number % Bits / 64];
        ulong bit = 1UL << (int)(number % 64);
        if ((word & bit) != 0)
        {
            return false;
        }

        if (++_count > Bits / 2)
        {
            _count = 0;
            Array.Clear(_added);
        }

        word |= bit;
        return true;
    }

    private void Start()
    {
        lock (_starting)
        {
            if (_threads.Count == 0)
            {
                List<Thread> threads = [.. Enumerable.Range(0, Threads).Select(_ => new Thread(Run) { IsBackground = true, Name = "spoor read-ahead" })];
                threads.ForEach(thread => thread.Start());
                _threads = threads;
            }
        }
    }

    private void Run()
    {
        try
        {
            foreach (uint number in _waiting.GetConsumingEnumerable(_end.Token))
            {
                touch(number);
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The index was closed.
        }
        catch (IndexDamagedException)
        {
            // Whoever asks for the page itself meets the damage, and says so.
        }
    }
}

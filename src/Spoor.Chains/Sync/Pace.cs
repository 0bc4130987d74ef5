namespace Spoor.Chains.Sync;

/// <summary>How many blocks are asked for at once and how many questions are open: more while it goes well, half after a failure.</summary>
/// <remarks>
/// As TCP finds what a line carries (RFC 5681): doubling until the first failure, by one from then on. Only the pace
/// depends on time; what is read does not.
/// </remarks>
internal sealed class Pace(int maxSpan, int maxConcurrency)
{
    // A span should come in about a second and stay far from filling the memory.
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(1);
    private const int ManyTransfers = 20_000;
    private const int FewTransfers = 5_000;

    private readonly Lock _gate = new();
    private bool _hasFailed;

    public int Span { get; private set; } = Math.Min(4, maxSpan);

    public int Concurrency { get; private set; } = Math.Min(2, maxConcurrency);

    public void Succeeded(int transfers, TimeSpan took)
    {
        lock (_gate)
        {
            Concurrency = Grown(Concurrency, maxConcurrency);
            if (took > Slow || transfers > ManyTransfers)
            {
                Span = Halved(Span);
            }
            else if (took < Quick && transfers < FewTransfers)
            {
                Span = Grown(Span, maxSpan);
            }
        }
    }

    public void Failed()
    {
        lock (_gate)
        {
            _hasFailed = true;
            Span = Halved(Span);
            Concurrency = Halved(Concurrency);
        }
    }

    private static int Halved(int size) => Math.Max(1, size / 2);

    private int Grown(int size, int limit) => Math.Min(limit, _hasFailed ? size + 1 : size * 2);
}

namespace Spoor.Detection.Baselines;

/// <summary>Learns from the peaks of a stream how large a value must be to come once in 100,000.</summary>
/// <remarks>
/// Siffer, Fouque, Termier and Largouët, <em>Anomaly detection in streams with extreme value theory</em>, KDD 2017 (SPOT). A
/// value above that size is an anomaly and is not learnt. The last 1,000 peaks are kept; the tail is fitted again whenever
/// one in 16 of them is new.
/// </remarks>
public sealed class PeaksOverThreshold
{
    public const double Risk = 1e-5;

    public const int MostPeaks = 1_000;

    // Fewer say nothing of a tail, such as those of a wallet that always sends the same.
    private const int LeastPeaks = 10;

    // On a logarithmic scale a shape of zero is a power law in dollars. Measured on made-up wallets of 256 payments, this weight
    // brings the share of payments beyond "one in 100,000" from 150 down to between 2 and 7.
    private const int ShapeWeight = 100;

    private const int RefitShare = 16;

    private float[] _peaks = [];
    private int _kept;
    private int _next;
    private int _sinceFit;
    private long _peakCount;
    private long _observations;

    public double Threshold { get; private set; }

    public ParetoTail Tail { get; private set; }

    /// <summary>The size that one value in 100,000 exceeds; null before <see cref="Begin"/>, and while there are too few peaks.</summary>
    public double? Extreme { get; private set; }

    /// <summary>How many peaks are kept to fit the tail to.</summary>
    public int Kept => _kept;

    /// <summary>Starts anew from values of which those above the threshold are given.</summary>
    public void Begin(double threshold, long observations, ReadOnlySpan<double> above)
    {
        (_kept, _next, _observations, Threshold, Extreme) = (0, 0, observations, threshold, null);
        int kept = Math.Min(above.Length, MostPeaks);
        for (int i = 0; i < kept; i++)
        {
            // Where more lie above than are kept, those kept are spread evenly over them.
            Keep(above[(int)((long)i * above.Length / kept)] - threshold);
        }

        _peakCount = above.Length;
        Fit();
    }

    /// <returns>False for a value that is not learnt because it is extreme.</returns>
    public bool Learn(double x)
    {
        if (x > Extreme)
        {
            return false;
        }

        // Nothing was begun: there is no threshold to exceed.
        if (_observations == 0)
        {
            return true;
        }

        _observations++;
        if (x <= Threshold)
        {
            return true;
        }

        Keep(x - Threshold);
        if (++_sinceFit * RefitShare >= _kept)
        {
            Fit();
        }

        return true;
    }

    public void CopyTo(PeaksOverThreshold other)
    {
        if (other._peaks.Length != _peaks.Length)
        {
            other._peaks = new float[_peaks.Length];
        }

        _peaks.CopyTo(other._peaks, 0);
        (other._kept, other._next, other._sinceFit) = (_kept, _next, _sinceFit);
        (other._peakCount, other._observations) = (_peakCount, _observations);
        (other.Threshold, other.Tail, other.Extreme) = (Threshold, Tail, Extreme);
    }

    internal void Write(ref StateWriter to)
    {
        to.Count(_kept);
        to.Byte(Extreme is null ? (byte)0 : (byte)1);
        if (_kept == MostPeaks)
        {
            to.Count(_next);
        }

        to.Count(_sinceFit);
        to.Long(_peakCount);
        to.Long(_observations);
        to.Real(Threshold);
        to.Real(Tail.Shape);
        to.Real(Tail.Scale);
        to.Real(Extreme ?? 0);
        foreach (float peak in _peaks.AsSpan(0, _kept))
        {
            to.Single(peak);
        }
    }

    internal static PeaksOverThreshold Read(ref StateReader from)
    {
        var read = new PeaksOverThreshold { _kept = from.Count(MostPeaks) };
        bool isFitted = from.Count(1) == 1;
        read._next = read._kept < MostPeaks ? read._kept : from.Count(MostPeaks - 1);
        read._sinceFit = from.Count(MostPeaks);
        (read._peakCount, read._observations, read.Threshold) = (from.Long(), from.Long(), from.Real());
        read.Tail = new(from.Real(), from.Real());
        double extreme = from.Real();
        read.Extreme = isFitted ? extreme : null;
        read._peaks = new float[read._kept == 0 ? 0 : Room(read._kept)];
        for (int i = 0; i < read._kept; i++)
        {
            read._peaks[i] = from.Single();
        }

        return read;
    }

    private static int Room(int peaks) => Math.Min(MostPeaks, Math.Max(32, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)peaks)));

    private void Keep(double excess)
    {
        if (_kept == _peaks.Length && _kept < MostPeaks)
        {
            Array.Resize(ref _peaks, Room(_kept + 1));
        }

        _kept = Math.Min(_kept + 1, MostPeaks);
        _peaks[_next] = (float)excess;
        _next = (_next + 1) % MostPeaks;
        _peakCount++;
    }

    private void Fit()
    {
        _sinceFit = 0;
        if (_kept < LeastPeaks)
        {
            return;
        }

        Span<double> excesses = stackalloc double[MostPeaks];
        for (int i = 0; i < _kept; i++)
        {
            excesses[i] = _peaks[i];
        }

        Tail = ParetoTail.Fit(excesses[.._kept]).Believed(_kept, ShapeWeight);
        Extreme = Tail.Quantile(Risk, Threshold, _observations, _peakCount);
    }
}

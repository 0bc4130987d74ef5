namespace Spoor.Detection.Baselines;

/// <summary>How often values of each size came, on a logarithmic scale: median, spread and quantiles to half a bin.</summary>
/// <remarks>
/// <para>After Masson, Rim and Lee, <em>DDSketch</em>, VLDB 2019. Bins of 0.02 decades, so a quantile is right to 0.01 decades (2.3 %), whatever the order of the values.</para>
/// <para>At 65,535 values all counts are halved: what is long ago fades.</para>
/// </remarks>
public sealed class LogHistogram
{
    public const double BinWidth = 0.02;

    private const int MostBins = 800;
    // What one bin can count.
    private const int MostValues = ushort.MaxValue;
    private const int Slack = 8;

    // Between two counts of the spread this share of the values may come: 1/64 of them cannot move it by much.
    private const int SpreadCadence = 64;

    private ushort[] _counts = [];
    private int _first;
    private int _median;
    private int _below;
    private int _spread;
    private int _sinceSpread;

    public int Count { get; private set; }

    /// <summary>The lower median; 0 before the first value.</summary>
    public double Median => Count == 0 ? 0 : Centre(_median);

    /// <summary>Median absolute deviation from the median, in whole bins.</summary>
    public double Deviation => _spread * BinWidth;

    /// <summary>The largest value, as the upper edge of its bin.</summary>
    public double Largest => Edge(1);

    public void Add(double x)
    {
        int bin = Math.Clamp((int)(x / BinWidth), 0, MostBins - 1);
        Cover(bin);
        _counts[bin - _first]++;
        _median = Count == 0 ? bin : _median;
        _below += bin < _median ? 1 : 0;
        Count++;
        if (Count == MostValues)
        {
            Halve();
        }

        FollowMedian();
        if (++_sinceSpread * SpreadCadence >= Count)
        {
            CountSpread();
        }
    }

    /// <summary>The lowest edge of a bin above which lie at most <paramref name="part"/> of <paramref name="whole"/> of the values.</summary>
    public double UpperEdge(int part, int whole) => Edge(1 + (int)((long)Count * part / whole));

    /// <summary>Values above an edge, as the centres of their bins, the largest first.</summary>
    /// <returns>How many were written: all, or as many as fit.</returns>
    public int Above(double edge, Span<double> to)
    {
        int written = 0;
        for (int i = _counts.Length - 1; i >= 0 && Centre(i + _first) > edge; i--)
        {
            for (int n = 0; n < _counts[i] && written < to.Length; n++)
            {
                to[written++] = Centre(i + _first);
            }
        }

        return written;
    }

    public void CopyTo(LogHistogram other)
    {
        if (other._counts.Length != _counts.Length)
        {
            other._counts = new ushort[_counts.Length];
        }

        _counts.CopyTo(other._counts, 0);
        (other._first, other._median, other._below, other._spread, other._sinceSpread, other.Count) =
            (_first, _median, _below, _spread, _sinceSpread, Count);
    }

    internal void Write(ref StateWriter to)
    {
        to.Count(_counts.Length);
        to.Count(_first);
        to.Count(_spread);
        to.Count(_sinceSpread);
        foreach (ushort count in _counts)
        {
            to.Count(count);
        }
    }

    internal static LogHistogram Read(ref StateReader from)
    {
        var read = new LogHistogram { _counts = new ushort[from.Count(MostBins)] };
        read._first = read._median = from.Count(MostBins - read._counts.Length);
        read._spread = from.Count(MostBins);
        read._sinceSpread = from.Count(MostValues);
        for (int i = 0; i < read._counts.Length; i++)
        {
            read._counts[i] = (ushort)from.Count(ushort.MaxValue);
            read.Count += read._counts[i];
        }

        if (read.Count >= MostValues || (read.Count == 0 && read._counts.Length > 0))
        {
            throw from.Wrong($"fewer than {MostValues} values", $"{read.Count}");
        }

        read.FollowMedian();
        return read;
    }

    private static double Centre(int bin) => (bin + 0.5) * BinWidth;

    // The upper edge of the bin that holds the n-th largest value.
    private double Edge(int n)
    {
        int bin = _counts.Length;
        for (int seen = 0; seen < n && bin > 0;)
        {
            seen += _counts[--bin];
        }

        return (bin + _first + 1) * BinWidth;
    }

    private void FollowMedian()
    {
        int rank = (Count - 1) / 2;
        while (Count > 0 && _below > rank)
        {
            _below -= _counts[--_median - _first];
        }

        while (Count > 0 && _below + _counts[_median - _first] <= rank)
        {
            _below += _counts[_median++ - _first];
        }
    }

    private void CountSpread()
    {
        int needed = (Count + 1) / 2;
        int middle = _median - _first;
        int within = _counts[middle];
        for (_spread = 0; within < needed;)
        {
            _spread++;
            within += middle >= _spread ? _counts[middle - _spread] : 0;
            within += middle + _spread < _counts.Length ? _counts[middle + _spread] : 0;
        }

        _sinceSpread = 0;
    }

    private void Halve()
    {
        (Count, _below) = (0, 0);
        for (int i = 0; i < _counts.Length; i++)
        {
            _counts[i] /= 2;
            Count += _counts[i];
            _below += i + _first < _median ? _counts[i] : 0;
        }
    }

    private void Cover(int bin)
    {
        if (bin >= _first && bin < _first + _counts.Length)
        {
            return;
        }

        int first = Math.Max(0, Count == 0 ? bin - Slack : Math.Min(_first, bin - Slack));
        int end = Math.Min(MostBins, Math.Max(Count == 0 ? 0 : _first + _counts.Length, bin + Slack + 1));
        ushort[] wider = new ushort[end - first];
        _counts.CopyTo(wider, _counts.Length == 0 ? 0 : _first - first);
        (_counts, _first) = (wider, first);
    }
}

namespace Spoor.Detection.Baselines;

/// <summary>How much a wallet usually sends at once, and how much it as good as never sends.</summary>
public sealed class SizeHabit
{
    /// <summary>Priced outflows from which a score is given.</summary>
    public const int ScoredFrom = 20;

    /// <summary>Priced outflows from which an extreme size is known.</summary>
    public const int ExtremeFrom = 256;

    // The 99.999th percentile of the standard normal distribution: one in 100,000 lies beyond, as beyond the fitted tail.
    private const double NormalTail = 4.265;

    // Who always sends the same amount has no spread; then a tenth of a decade, 26 %, is counted as one.
    private const double LeastDeviation = 0.1;

    private const int MostScore = 1_000_000;

    private readonly LogHistogram _sizes = new();
    private readonly HourPattern _hours = new();
    private readonly PeaksOverThreshold _peaks = new();
    private long _nextThreshold = ExtremeFrom;

    public long Learnt { get; private set; }

    public long? ExtremeDollars { get; private set; }

    /// <summary>Thousandths of a robust z, bounded by a thousand either way; null while too little is known.</summary>
    public int? Score(double x, long hour) => Learnt < ScoredFrom ? null : (int)Math.Round(Math.Clamp(
        1_000 * RobustScore.Z(x, _hours.Usual(hour, _sizes.Median), Math.Max(_sizes.Deviation, LeastDeviation)), -MostScore, MostScore));

    /// <summary>What is usual at an hour, in millionths of a decade.</summary>
    public int? Usual(long hour) => Learnt < ScoredFrom ? null : (int)Math.Round(1e6 * _hours.Usual(hour, _sizes.Median));

    /// <summary>Dollars that one outflow in 100,000 would exceed were the sizes log-normal, for as long as there is no tail to fit; null while too little is known.</summary>
    public long? LikelyExtremeDollars => Learnt < ScoredFrom
        ? null
        : Logarithm.Dollars(_sizes.Median + RobustScore.Far(NormalTail, Math.Max(_sizes.Deviation, LeastDeviation)));

    public void Learn(double x, long hour)
    {
        // Cut at the extreme: one wild outflow cannot raise what is extreme by much, and what came often is not forgotten as if it never came.
        double bounded = Math.Min(x, _peaks.Extreme ?? x);
        _sizes.Add(bounded);
        _hours.Learn(hour, bounded, ++Learnt);
        double? before = _peaks.Extreme;
        // What is beyond the extreme is no peak: else it would lift the extreme step by step.
        _peaks.Learn(x);
        if (Learnt == _nextThreshold)
        {
            SetThreshold();
        }

        if (_peaks.Extreme != before)
        {
            ExtremeDollars = DollarsOfExtreme();
        }
    }

    public void CopyTo(SizeHabit other)
    {
        _sizes.CopyTo(other._sizes);
        _hours.CopyTo(other._hours);
        _peaks.CopyTo(other._peaks);
        (other._nextThreshold, other.Learnt, other.ExtremeDollars) = (_nextThreshold, Learnt, ExtremeDollars);
    }

    internal void Write(ref StateWriter to)
    {
        to.Long(Learnt);
        to.Long(_nextThreshold);
        to.Long(ExtremeDollars is { } dollars ? dollars + 1 : 0);
        _sizes.Write(ref to);
        _hours.Write(ref to);
        _peaks.Write(ref to);
    }

    internal static SizeHabit Read(ref StateReader from)
    {
        var read = new SizeHabit { Learnt = from.Long(), _nextThreshold = from.Long() };
        read.ExtremeDollars = from.Long() is > 0 and var dollars ? dollars - 1 : null;
        LogHistogram.Read(ref from).CopyTo(read._sizes);
        HourPattern.Read(ref from).CopyTo(read._hours);
        PeaksOverThreshold.Read(ref from).CopyTo(read._peaks);
        return read;
    }

    // A tenth of 256 are peaks enough for a first fit; with more to choose from, the threshold goes to where the tail begins, 2 %.
    // From then on it is set again at every doubling, at last every 32,768, because sizes drift.
    private void SetThreshold()
    {
        int perMille = Learnt < 1_024 ? 100 : Learnt < 4_096 ? 50 : 20;
        double threshold = _sizes.UpperEdge(perMille, 1_000);
        Span<double> above = stackalloc double[1 << 11];
        _peaks.Begin(threshold, _sizes.Count, above[.._sizes.Above(threshold, above)]);
        _nextThreshold += Math.Min(_nextThreshold, 1 << 15);
    }

    // Nothing that was learnt is beyond what is extreme.
    private long? DollarsOfExtreme() => _peaks.Extreme is { } extreme ? Logarithm.Dollars(Math.Max(extreme, _sizes.Largest)) : null;
}

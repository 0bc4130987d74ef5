using System.Buffers;
using System.Collections.Immutable;
using Spoor.Detection.Baselines;
using Spoor.Valuation;

namespace Spoor.Detection.Owners;

/// <summary>The hours of the last day, and what an hour of this owner usually sends to addresses without a past; copied for nothing.</summary>
/// <remarks>
/// Sums of the owner, not of a recipient: a drain in pieces to ever other addresses shows in nothing else. Hours of an alert are
/// not learnt.
/// </remarks>
internal sealed class HoursOut
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    // Those that are over, and the one under way.
    private ImmutableList<HourOut> _hours = [];
    private HourOut? _now;

    // Never written once others see it: the next hour learns in a copy.
    private SizeHabit _usual = new();

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<HourOut> All => _now is null ? _hours : _hours.Add(_now);

    /// <summary>The hour under way; null when nothing left in it.</summary>
    public HourOut? Of(DateTimeOffset time) => _now?.Hour == HourOf(time) ? _now : null;

    /// <summary>What went within the last day to recipients that had no past when they were first paid.</summary>
    public UsdValue Fresh { get; private set; }

    /// <summary>Dollars to addresses without a past that one hour in 100,000 exceeds, as well as that is known; null while it is not.</summary>
    public long? ExtremeDollars => _usual.ExtremeDollars ?? _usual.LikelyExtremeDollars;

    public HoursOut Clone() => new() { _hours = _hours, _now = _now, _usual = _usual, Fresh = Fresh };

    /// <summary>Adds what left.</summary>
    /// <param name="isCalm">Whether no alert is open, so that the hour that is over may be learnt.</param>
    /// <returns>What had left within this hour before.</returns>
    public UsdValue Leave(DateTimeOffset time, UsdValue usd, bool isCalm)
    {
        var hour = Begun(time, isCalm);
        _now = hour with { Usd = hour.Usd + usd };
        return hour.Usd;
    }

    /// <summary>Adds what went to an address without a past.</summary>
    public void LeaveToFresh(DateTimeOffset time, UsdValue usd, bool isFirst)
    {
        var hour = Begun(time, isCalm: false);
        Fresh += usd;
        _now = hour with
        {
            Fresh = hour.Fresh + usd,
            FreshRecipients = hour.FreshRecipients + (isFirst ? 1 : 0),
            LargestFresh = usd > hour.LargestFresh ? usd : hour.LargestFresh,
        };
    }

    public void Forget(DateTimeOffset now)
    {
        while (_hours.Count > 0 && now - _hours[0].Hour > Day)
        {
            Fresh -= _hours[0].Fresh;
            _hours = _hours.RemoveAt(0);
        }

        if (_now is { } last && now - last.Hour > Day)
        {
            Fresh -= last.Fresh;
            _now = null;
        }
    }

    /// <summary>What is usual, as bytes.</summary>
    public byte[] Usual()
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new StateWriter(bytes);
        _usual.Write(ref writer);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Takes what a checkpoint has.</summary>
    public void Restore(IEnumerable<HourOut> hours, byte[] usual)
    {
        _hours = [.. hours];
        Fresh = UsdValue.Sum(_hours.Select(hour => hour.Fresh));
        _now = _hours.Count > 0 ? _hours[^1] : null;
        _hours = _now is null ? _hours : _hours.RemoveAt(_hours.Count - 1);
        var reader = new StateReader(usual);
        _usual = SizeHabit.Read(ref reader);
    }

    // One chain may lag behind another: what is late counts to the hour under way.
    private HourOut Begun(DateTimeOffset time, bool isCalm)
    {
        var hour = HourOf(time);
        if (_now is { } known && known.Hour >= hour)
        {
            return known;
        }

        if (_now is { } over)
        {
            Close(over, isCalm);
        }

        return _now = new(hour, UsdValue.Zero, UsdValue.Zero, 0, UsdValue.Zero);
    }

    private void Close(HourOut over, bool isCalm)
    {
        _hours = _hours.Add(over);
        if (isCalm && !over.Fresh.IsZero)
        {
            var learnt = new SizeHabit();
            _usual.CopyTo(learnt);
            learnt.Learn(new OutflowSize(over.Fresh).Decades, over.Hour.ToUnixTimeSeconds() / 3_600);
            _usual = learnt;
        }
    }

    private static DateTimeOffset HourOf(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
}

using System.Runtime.CompilerServices;

namespace Spoor.Detection.Baselines;

/// <summary>How a wallet sends: one payment or many in a transaction, and at which hours of the day.</summary>
public struct SendingShape
{
    private const int Day = 24;
    private const int FewFrom = 2;
    private const int ManyFrom = 10;

    private Hours _hours;
    private long _alone;
    private long _few;
    private long _many;

    public readonly long Count => _alone + _few + _many;

    /// <summary>How many thousandths of its outflows left alone, with up to eight others, or in a larger batch: whichever this one did.</summary>
    public readonly int LikeThis(int inTransaction) =>
        PerMille(inTransaction < FewFrom ? _alone : inTransaction < ManyFrom ? _few : _many);

    /// <summary>How many thousandths of its outflows left within an hour of this time of day.</summary>
    public readonly int AtThisHour(long hour) => PerMille(
        (long)_hours[(int)((hour + Day - 1) % Day)] + _hours[(int)(hour % Day)] + _hours[(int)((hour + 1) % Day)]);

    public void Learn(long hour, int inTransaction)
    {
        _hours[(int)(hour % Day)]++;
        _alone += inTransaction < FewFrom ? 1 : 0;
        _few += inTransaction is >= FewFrom and < ManyFrom ? 1 : 0;
        _many += inTransaction >= ManyFrom ? 1 : 0;
    }

    internal readonly void Write(ref StateWriter to)
    {
        to.Long(_alone);
        to.Long(_few);
        to.Long(_many);
        for (int i = 0; i < Day; i++)
        {
            to.Count(_hours[i]);
        }
    }

    internal static SendingShape Read(ref StateReader from)
    {
        var read = new SendingShape { _alone = from.Long(), _few = from.Long(), _many = from.Long() };
        for (int i = 0; i < Day; i++)
        {
            read._hours[i] = from.Count(int.MaxValue);
        }

        return read;
    }

    private readonly int PerMille(long part) => (int)(1_000 * part / Math.Max(1, Count));

    [InlineArray(Day)]
    private struct Hours
    {
        private int _first;
    }
}

using System.Buffers;

namespace Spoor.Detection.Baselines;

/// <summary>What a wallet normally does: learnt outflow by outflow, in bounded memory.</summary>
/// <remarks>
/// Judge an outflow before it is learnt; what was alerted is better not learnt. The same outflows in the same order give the
/// same bytes on every machine. Memory grows with what the wallet does; an update of a wallet that has grown allocates nothing.
/// </remarks>
public sealed class WalletHabit
{
    /// <summary>Outflows from which something is said of the wallet's way of sending.</summary>
    public const int ShapedFrom = 20;

    /// <summary>Outflows from which the share of new recipients is told: were it one in two, eight new ones in a row would come once in 256 times.</summary>
    public const int NoveltyFrom = 8;

    // The share of new recipients forgets: an outflow counts for about so many that follow.
    private const int NoveltyMemory = 256;
    private const long Whole = 1_000_000;

    private const byte Version = 2;

    private readonly SizeHabit _sizes = new();
    private readonly Counterparties _counterparties = new();
    private HourlyActivity _activity;
    private SendingShape _shape;
    private GasHabit _gas;

    // Millionths of the late outflows that went to somebody not known before.
    private long _newRecipients;

    /// <summary>Outflows learnt.</summary>
    public long Outflows => _shape.Count;

    /// <summary>How many different recipients were paid: exact until some had to be forgotten, then to about 3 %.</summary>
    public long Recipients => _counterparties.Distinct;

    /// <summary>How an outflow compares with what was learnt; changes nothing.</summary>
    public HabitVerdict Judge(in HabitOutflow outflow)
    {
        var size = new OutflowSize(outflow.Worth);
        long hour = HourOf(outflow.Time);
        ulong key = outflow.To is { } to ? AddressHash.Of(to) : 0;
        int paid = key == 0 ? 0 : _counterparties.Times(key);
        bool isShaped = Outflows >= ShapedFrom;
        return new()
        {
            Outflows = Outflows,
            Priced = _sizes.Learnt,
            Hours = _activity.Hours,
            RobustZ = size.IsPriced ? _sizes.Score(size.Decades, hour) : null,
            UsualSize = _sizes.Usual(hour),
            ExtremeDollars = _sizes.ExtremeDollars,
            LikelyExtremeDollars = _sizes.ExtremeDollars is null ? _sizes.LikelyExtremeDollars : null,
            Alarms = _activity.IsCharted ? _activity.With(hour, size.Dollars) : null,
            PaidBefore = paid,
            LargestPaid = paid > 0 ? OutflowSize.DollarsOf(_counterparties.Largest(key)) : null,
            PaidAtMost = key == 0 || paid > 0 ? paid : _counterparties.AtMost(key),
            NewRecipients = Outflows >= NoveltyFrom ? (int)(_newRecipients / 1_000) : null,
            GasRatio = _gas.Count >= ShapedFrom && GasOf(outflow) is > 0 and var price ? _gas.Ratio(price) : null,
            LikeBatch = isShaped ? _shape.LikeThis(outflow.InTransaction) : null,
            AtThisHour = isShaped ? _shape.AtThisHour(hour) : null,
        };
    }

    /// <summary>Whether a recipient is among those paid of late.</summary>
    public bool Knows(Transfers.Address to) => _counterparties.Times(AddressHash.Of(to)) > 0;

    /// <summary>Takes an outflow as normal.</summary>
    public void Learn(in HabitOutflow outflow)
    {
        var size = new OutflowSize(outflow.Worth);
        long hour = HourOf(outflow.Time);
        if (outflow is { IsTold: true, To: { } told })
        {
            _counterparties.Learn(AddressHash.Of(told), size.Level);
            return;
        }

        if (size.IsPriced)
        {
            _sizes.Learn(size.Decades, hour);
        }

        if (outflow.To is { } to)
        {
            ulong key = AddressHash.Of(to);
            _newRecipients += ((_counterparties.Times(key) == 0 ? Whole : 0) - _newRecipients) / Math.Min(Outflows + 1, NoveltyMemory);
            _counterparties.Learn(key, size.Level);
        }

        if (GasOf(outflow) is > 0 and var price)
        {
            _gas.Learn(price);
        }

        _activity.Learn(hour, size.Dollars);
        _shape.Learn(hour, outflow.InTransaction);
    }

    public WalletHabit Clone()
    {
        var clone = new WalletHabit();
        CopyTo(clone);
        return clone;
    }

    /// <summary>Makes another habit equal to this one, in its own memory where that has grown as far.</summary>
    public void CopyTo(WalletHabit other)
    {
        _sizes.CopyTo(other._sizes);
        _counterparties.CopyTo(other._counterparties);
        (other._activity, other._shape, other._gas, other._newRecipients) = (_activity, _shape, _gas, _newRecipients);
    }

    /// <summary>Writes all that was learnt; equal habits give equal bytes.</summary>
    public void Write(IBufferWriter<byte> to)
    {
        var writer = new StateWriter(to);
        writer.Byte(Version);
        writer.Long(_newRecipients);
        _sizes.Write(ref writer);
        _counterparties.Write(ref writer);
        _activity.Write(ref writer);
        _shape.Write(ref writer);
        _gas.Write(ref writer);
    }

    /// <param name="from">May go on behind the habit.</param>
    /// <param name="length">How many bytes the habit took.</param>
    /// <exception cref="FormatException">These are not the bytes of a habit, or of another version.</exception>
    public static WalletHabit Read(ReadOnlySpan<byte> from, out int length)
    {
        var reader = new StateReader(from);
        if (reader.Byte() is var version && version != Version)
        {
            throw reader.Wrong($"version {Version}", $"{version}");
        }

        var read = new WalletHabit { _newRecipients = reader.Long() };
        SizeHabit.Read(ref reader).CopyTo(read._sizes);
        Counterparties.Read(ref reader).CopyTo(read._counterparties);
        read._activity = HourlyActivity.Read(ref reader);
        read._shape = SendingShape.Read(ref reader);
        read._gas = GasHabit.Read(ref reader);
        length = reader.Length;
        return read;
    }

    private static long HourOf(DateTimeOffset time) => Math.Max(0, (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerHour);

    private static double GasOf(in HabitOutflow outflow) => outflow.GasPrice is { } price ? (double)price.Units : 0;
}

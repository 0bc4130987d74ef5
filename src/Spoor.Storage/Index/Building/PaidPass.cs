namespace Spoor.Storage.Index.Building;

/// <summary>Counts in how many transactions, on how many days and in which hours each address paid.</summary>
/// <remarks>Addresses are asked for in order; the payments of as many of them as memory allows are read at a time.</remarks>
internal sealed class PaidPass(
    ScratchFile<PaidHour> paid, NativeArray<AddressTally> tallies, long addresses, long memory, CancellationToken cancellation) : IDisposable
{
    private const int HoursOfDay = 24;

    private readonly List<int> _days = [];
    private NativeArray<PaidHour> _payments = new(0);
    private NativeArray<long> _ends = new(0);
    private long _first;
    private long _end;

    public void Dispose()
    {
        _payments.Dispose();
        _ends.Dispose();
    }

    /// <param name="address">From 0, none before the last one asked for.</param>
    internal unsafe PaidDays Of(long address)
    {
        uint count = tallies[address].Paid;
        if (count == 0)
        {
            return default;
        }

        if (address >= _end)
        {
            Fill(address);
        }

        long end = _ends[address - _first];
        var ofAddress = _payments.Slice(end - count, checked((int)count));
        ofAddress.Sort();
        uint payments = 0;
        uint hours = 0;
        _days.Clear();
        for (int i = 0; i < ofAddress.Length; i++)
        {
            payments += i == 0 || ofAddress[i].Transaction != ofAddress[i - 1].Transaction ? 1u : 0;
            hours |= 1u << (ofAddress[i].Hour % HoursOfDay);
            _days.Add(ofAddress[i].Hour / HoursOfDay);
        }

        _days.Sort();
        int days = 1;
        for (int i = 1; i < _days.Count; i++)
        {
            days += _days[i] != _days[i - 1] ? 1 : 0;
        }

        return new(payments, days, _days[^1], hours);
    }

    private unsafe void Fill(long first)
    {
        long most = Math.Max(1, memory / sizeof(PaidHour));
        long held = 0;
        for (_first = _end = first; _end < addresses && (held == 0 || held + tallies[_end].Paid <= most); _end++)
        {
            held += tallies[_end].Paid;
        }

        Dispose();
        _payments = new(held);
        _ends = new(_end - _first);
        long start = 0;
        for (long i = 0; i < _ends.Length; i++)
        {
            _ends[i] = start;
            start += tallies[_first + i].Paid;
        }

        paid.Read(
            (_, records) =>
            {
                foreach (ref readonly var record in records)
                {
                    long at = record.Number - 1 - _first;
                    if (at >= 0 && at < _ends.Length)
                    {
                        _payments[_ends[at]++] = record;
                    }
                }
            },
            cancellation);
    }
}

/// <summary>A payment by an address.</summary>
/// <param name="Transaction">The hash of its transaction, hashed anew.</param>
/// <param name="Number">The address, from 1.</param>
/// <param name="Hour">From the year 1.</param>
internal readonly record struct PaidHour(ulong Transaction, uint Number, int Hour) : IComparable<PaidHour>
{
    internal static int Of(long microseconds) => (int)(ChainIndex.TimeOf(microseconds).UtcTicks / TimeSpan.TicksPerHour);

    public int CompareTo(PaidHour other) => Transaction.CompareTo(other.Transaction);
}

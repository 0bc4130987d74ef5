using System.Runtime.InteropServices;

namespace Spoor.Storage.Index;

/// <summary>One address: where its history lies, how busy it is, and its key; the raw bytes follow.</summary>
/// <remarks>44 bytes, so that with the 20 of an account a cell is one line of the processor's cache.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly struct AddressCell
{
    // A chain has fewer than 2^33 edges; days are counted from the year 1 to the year 9999.
    private const int EdgeBits = 40;
    private const int DayBits = 22;

    private readonly ulong _edgeAndHours;
    private readonly uint _lastPaidDayAndKind;
    private readonly uint _daysAndLength;

    internal AddressCell(long firstEdge, int kind, int length, PaidDays paid)
    {
        _edgeAndHours = (ulong)firstEdge | ((ulong)paid.Hours << EdgeBits);
        _lastPaidDayAndKind = (uint)paid.LastDay | ((uint)kind << DayBits);
        _daysAndLength = (uint)paid.Days | ((uint)length << DayBits);
        Payments = paid.Payments;
    }

    internal long First { get; init; }

    internal long Last { get; init; }

    internal uint Edges { get; init; }

    /// <summary>Distinct ones of credible movements.</summary>
    internal uint Counterparties { get; init; }

    internal uint Payments { get; }

    internal long FirstEdge => (long)(_edgeAndHours & ((1UL << EdgeBits) - 1));

    internal PaidDays Paid => new(
        Payments, (int)(_daysAndLength & ((1u << DayBits) - 1)), (int)(_lastPaidDayAndKind & ((1u << DayBits) - 1)), (uint)(_edgeAndHours >> EdgeBits));

    internal byte Kind => (byte)(_lastPaidDayAndKind >> DayBits);

    internal int Length => (int)(_daysAndLength >> DayBits);
}

/// <summary>When an address paid the chain's coin, or a fee.</summary>
/// <param name="Payments">Transactions in which it did.</param>
/// <param name="Days">Days (UTC) on which it did.</param>
/// <param name="LastDay">The last of them, from the year 1; 0 where there is none.</param>
/// <param name="Hours">Hours of the day (UTC), one bit each.</param>
internal readonly record struct PaidDays(uint Payments, int Days, int LastDay, uint Hours)
{
    internal static int DayOf(DateTimeOffset time) => (int)(time.UtcTicks / TimeSpan.TicksPerDay);
}

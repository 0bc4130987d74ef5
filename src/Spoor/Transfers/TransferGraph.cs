namespace Spoor.Transfers;

/// <summary>Who paid whom, and in which order, on one chain: compact, immutable, quick to walk.</summary>
/// <remarks>
/// <para>
/// Addresses are numbered from 0, positions are replaced by their rank, and the payments of an address lie side by side
/// in order of rank: two arrays, 8 bytes a payment, that could as well be mapped from a file. Reads may run side by side.
/// </para>
/// <para>
/// Left out is what no walk could use: fees, issues, payments to oneself, and what tokens report as coming from the zero
/// account, for minted coins are not the burnt ones. A UTXO transaction pays from each address among its inputs to each
/// among its outputs, at the position of the output.
/// </para>
/// </remarks>
public sealed class TransferGraph : IPaymentGraph
{
    private readonly Dictionary<Address, int> _numbers;
    private readonly Address[] _addresses;
    private readonly Position[] _positions;

    // The payments of number n are _payments[_starts[n].._starts[n + 1]].
    private readonly int[] _starts;
    private readonly Payment[] _payments;

    internal TransferGraph(Dictionary<Address, int> numbers, Position[] positions, int[] starts, Payment[] payments)
    {
        _numbers = numbers;
        _positions = positions;
        _starts = starts;
        _payments = payments;
        _addresses = new Address[numbers.Count];
        foreach (var (address, number) in numbers)
        {
            _addresses[number] = address;
        }
    }

    /// <summary>How many addresses take part in a payment.</summary>
    public int AddressCount => _addresses.Length;

    public int PaymentCount => _payments.Length;

    /// <summary>How many positions have a payment; ranks are below it.</summary>
    public int RankCount => _positions.Length;

    /// <summary>The graph of one chain's transfers; quickest when they come in position order.</summary>
    /// <exception cref="ArgumentException">The transfers are of several chains, between which positions have no order.</exception>
    public static TransferGraph Of(IEnumerable<Transfer> transfers)
    {
        var builder = new TransferGraphBuilder(transfers.TryGetNonEnumeratedCount(out int count) ? count : 0);
        foreach (var transfer in transfers)
        {
            builder.Add(transfer);
        }

        return builder.Build();
    }

    public bool TryNumber(Address address, out int number) => _numbers.TryGetValue(address, out number);

    public Address AddressAt(int number) => _addresses[number];

    public Position PositionOf(int rank) => _positions[rank];

    /// <summary>The rank of the first position that is not before the given one; <see cref="RankCount"/> when all are.</summary>
    public int RankFrom(Position position)
    {
        int found = Array.BinarySearch(_positions, position);
        return found >= 0 ? found : ~found;
    }

    /// <summary>The payments an address makes, in order of rank.</summary>
    public ReadOnlySpan<Payment> PaymentsOf(int number) => _payments.AsSpan(_starts[number], _starts[number + 1] - _starts[number]);

    public ReadOnlySpan<Payment> PaymentsOf(int number, int fromRank, int beforeRank)
    {
        var all = PaymentsOf(number);
        int first = FirstFrom(all, fromRank);
        return all[first..Math.Max(first, FirstFrom(all, beforeRank))];
    }

    private static int FirstFrom(ReadOnlySpan<Payment> payments, int rank)
    {
        int low = 0;
        int high = payments.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = payments[middle].Rank < rank ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

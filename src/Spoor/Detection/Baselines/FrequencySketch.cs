namespace Spoor.Detection.Baselines;

/// <summary>How often each one came, never too few: count-min in 4 KB.</summary>
/// <remarks>
/// Cormode and Muthukrishnan, <em>J. Algorithms</em> 2005: 4 rows of 512; with probability 1 - e^-4 (98 %) the answer is too
/// high by at most e / 512 (0.5 %) of all that was counted.
/// </remarks>
public sealed class FrequencySketch
{
    private const int Rows = 4;
    private const int RowBits = 9;
    private const int Width = 1 << RowBits;

    private readonly ushort[] _cells = new ushort[Rows * Width];

    public void Add(ulong hash, int times)
    {
        for (int row = 0; row < Rows; row++)
        {
            ref ushort cell = ref _cells[Place(hash, row)];
            cell = (ushort)Math.Min(cell + times, ushort.MaxValue);
        }
    }

    public int AtMost(ulong hash)
    {
        int least = ushort.MaxValue;
        for (int row = 0; row < Rows; row++)
        {
            least = Math.Min(least, _cells[Place(hash, row)]);
        }

        return least;
    }

    public void CopyTo(FrequencySketch other) => _cells.CopyTo(other._cells, 0);

    internal void Write(ref StateWriter to)
    {
        foreach (ushort cell in _cells)
        {
            to.Count(cell);
        }
    }

    internal static FrequencySketch Read(ref StateReader from)
    {
        var read = new FrequencySketch();
        for (int i = 0; i < read._cells.Length; i++)
        {
            read._cells[i] = (ushort)from.Count(ushort.MaxValue);
        }

        return read;
    }

    private static int Place(ulong hash, int row) => (row * Width) + (int)((hash >> (row * RowBits)) & (Width - 1));
}

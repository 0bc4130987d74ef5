namespace Spoor.Storage.ClickHouse;

/// <summary>A column of a block in ClickHouse's Native format.</summary>
internal sealed record NativeColumn(string Name, string Type)
{
    public RowBuffer Values { get; } = new();
}

/// <summary>A column of few different words: what it holds are numbers into a dictionary that goes with each block.</summary>
/// <remarks>
/// As ClickHouse's own client writes it: https://github.com/ClickHouse/clickhouse-go/blob/main/lib/column/lowcardinality.go.
/// </remarks>
internal sealed class WordColumn(NativeColumn column)
{
    public const string Type = "LowCardinality(String)";

    // The version of the form; then, of each block, that it brings its own dictionary and that numbers into it have 16 bits.
    private const ulong Version = 1;
    private const ulong OwnDictionary = (1 << 9) | (1 << 10);
    private const ulong SixteenBits = 1;

    private readonly Dictionary<string, ushort> _numbers = [];
    private readonly List<ushort> _rows = [];
    private string? _last;
    private ushort _lastNumber;

    public void Add(string word)
    {
        // Neighbours mostly share it, and what is equal is mostly one object.
        if (!ReferenceEquals(word, _last))
        {
            if (!_numbers.TryGetValue(word, out _lastNumber))
            {
                _numbers[word] = _lastNumber = checked((ushort)_numbers.Count);
            }

            _last = word;
        }

        _rows.Add(_lastNumber);
    }

    /// <summary>Ends the block: writes what was added as the values of the column.</summary>
    public void Finish()
    {
        var values = column.Values.UInt64(Version).UInt64(OwnDictionary | SixteenBits).UInt64((ulong)_numbers.Count);
        foreach (string word in _numbers.OrderBy(numbered => numbered.Value).Select(numbered => numbered.Key))
        {
            values.Text(word);
        }

        values.UInt64((ulong)_rows.Count);
        _rows.ForEach(number => values.Byte((byte)(number & 0xff)).Byte((byte)(number >> 8)));
        _numbers.Clear();
        _rows.Clear();
        _last = null;
    }
}

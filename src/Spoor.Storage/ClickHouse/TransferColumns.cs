using Spoor.Transfers;

namespace Spoor.Storage.ClickHouse;

/// <summary>Transfers column by column, as a server takes them with the least work: ClickHouse's Native format.</summary>
/// <remarks>https://clickhouse.com/docs/interfaces/formats/Native: blocks of columns, each with name and type.</remarks>
internal sealed class TransferColumns
{
    private const int RowsInBlock = 8192;

    // As many as a processor's nearest cache holds, see Fetch.
    private const int RowsAtOnce = 256;

    private readonly List<NativeColumn> _columns = [];
    private readonly WordColumn _chain;
    private readonly WordColumn _asset;
    private readonly NativeColumn _block, _txIndex, _phase, _index, _time, _tx, _kind, _sender, _recipient, _amount, _quality, _occurrence, _outputTx, _outputIndex, _batch;
    private readonly NativeColumn? _address;
    private readonly ulong _number;
    private int _rows;
    private volatile bool _fetched;

    /// <param name="batch">The batch all rows come with.</param>
    /// <param name="hasAddress">Whether rows are of sides and say whose.</param>
    public TransferColumns(ulong batch, bool hasAddress)
    {
        _number = batch;
        _chain = new(Add("chain", WordColumn.Type));
        _block = Add("block", "Int64");
        _txIndex = Add("tx_index", "Int32");
        _phase = Add("phase", "UInt8");
        _index = Add("idx", "Int32");
        _time = Add("time", "DateTime64(6, 'UTC')");
        _tx = Add("tx", "FixedString(32)");
        _kind = Add("kind", "UInt8");
        _sender = Add("sender", "String");
        _recipient = Add("recipient", "String");
        _asset = new(Add("asset", WordColumn.Type));
        _amount = Add("amount", "UInt128");
        _quality = Add("quality", "UInt8");
        _occurrence = Add("occurrence", "Int32");
        _outputTx = Add("output_tx", "String");
        _outputIndex = Add("output_index", "Int32");
        _batch = Add("batch", "UInt64");
        _address = hasAddress ? Add("address", "String") : null;
    }

    /// <summary>The names of the columns, for the statement.</summary>
    public string Names => string.Join(", ", _columns.Select(column => column.Name));

    public void Add(Transfer transfer)
    {
        _chain.Add(transfer.Chain.Value);
        _block.Values.Int64(transfer.Position.Block);
        _txIndex.Values.Int32(transfer.Position.Transaction);
        _phase.Values.Byte((byte)transfer.Position.Phase);
        _index.Values.Int32(transfer.Position.Index);
        TransferRow.Write(_time.Values, transfer.Time);
        TransferRow.Write(_tx.Values, transfer.Tx);
        _kind.Values.Byte((byte)transfer.Kind);
        TransferRow.Write(_sender.Values, transfer.From);
        TransferRow.Write(_recipient.Values, transfer.To);
        _asset.Add(transfer.Asset.Reference);
        _amount.Values.UInt128(transfer.Amount.Units);
        _quality.Values.Byte((byte)transfer.Quality);
        _occurrence.Values.Int32(transfer.Occurrence);
        TransferRow.WriteOrNone(_outputTx.Values, transfer.Output?.Tx);
        _outputIndex.Values.Int32(transfer.Output?.Index ?? 0);
        _batch.Values.UInt64(_number);
        _rows++;
    }

    /// <summary>A transfer as one of its parties sees it.</summary>
    public void Add(Transfer transfer, Address party)
    {
        Add(transfer);
        TransferRow.Write(_address!.Values, party);
    }

    /// <summary>Writes transfers in any order, a block after the other.</summary>
    /// <param name="rows">What <paramref name="add"/> makes rows of.</param>
    public async Task SendAsync(Stream stream, int[] rows, Func<int, Transfer> transferOf, Action<int> add, CancellationToken cancellation)
    {
        var buffer = new RowBuffer();
        for (int start = 0; start < rows.Length; start += RowsAtOnce)
        {
            var some = rows.AsMemory(start, Math.Min(RowsAtOnce, rows.Length - start));
            Fetch(some.Span, transferOf);
            Add(some.Span, add);
            if (_rows >= RowsInBlock || start + RowsAtOnce >= rows.Length)
            {
                MoveTo(buffer);
                await buffer.SendAsync(stream, cancellation);
            }
        }
    }

    /// <summary>Moves what was added into a buffer as one block, and begins another.</summary>
    private void MoveTo(RowBuffer buffer)
    {
        _chain.Finish();
        _asset.Finish();
        buffer.Count(_columns.Count).Count(_rows);
        foreach (var column in _columns)
        {
            column.Values.MoveTo(buffer.Text(column.Name).Text(column.Type));
        }

        _rows = 0;
    }

    private static void Add(ReadOnlySpan<int> rows, Action<int> add)
    {
        foreach (int row in rows)
        {
            add(row);
        }
    }

    /// <summary>Touches transfers that lie scattered in memory, so that the processor fetches many of them at a time.</summary>
    /// <remarks>Writing each as it is met waits for its memory alone: 440 ns a row in place of 50, of 500,000 in random order.</remarks>
    private void Fetch(ReadOnlySpan<int> rows, Func<int, Transfer> transferOf)
    {
        bool any = false;
        foreach (int row in rows)
        {
            var transfer = transferOf(row);
            any |= transfer.Quality == AmountQuality.Unknown | transfer.From is null | transfer.To is null | transfer.Output is null | transfer.Amount.Units == 0;
        }

        _fetched = any;
    }

    private NativeColumn Add(string name, string type)
    {
        _columns.Add(new(name, type));
        return _columns[^1];
    }
}

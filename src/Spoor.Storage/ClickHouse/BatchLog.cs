using System.Buffers.Binary;
using System.Security.Cryptography;
using Spoor.Transfers;

namespace Spoor.Storage.ClickHouse;

/// <summary>Makes what a writer does one step for all readers, over however many tables and shards: the table <c>batches</c>.</summary>
/// <remarks>
/// <para>
/// A batch is announced, its rows are written with its number, and it is confirmed; readers leave out what is announced and not
/// confirmed, or was given up. So rows of a writer that was killed, or whose answer was lost, or that arrive late, are never seen,
/// and whoever comes next begins anew with another number. Each row of the table is the whole state, and one row is written at once or not.
/// </para>
/// <para>
/// Writers are to take turns. Where two do not, each sees the other's announcement on reading back, and the one that was
/// overtaken fails instead of doubling what the other wrote.
/// </para>
/// </remarks>
internal sealed class BatchLog(ClickHouseCluster cluster, string store)
{
    private const string Columns = "batch, writer, step, voided, cut_chain, cut_above, cut_top, cut_before";

    private const string LastSql = $"SELECT {Columns} FROM batches ORDER BY batch DESC, step DESC, writer LIMIT 8";

    private const byte Announced = 1;
    private const byte Confirmed = 2;

    private readonly ulong _writer = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    public async Task<StoreState> ReadAsync(CancellationToken cancellation) => Of(await LastAsync(cancellation));

    /// <summary>Begins a batch; what was open before is given up.</summary>
    /// <param name="before">What was last read; nobody may have begun another batch since.</param>
    /// <param name="cut">A rewind that holds from now on.</param>
    /// <returns>The state with the new batch open.</returns>
    /// <exception cref="StorageException">Another process writes to the store.</exception>
    public async Task<StoreState> AnnounceAsync(StoreState before, Func<ulong, Cut?> cut, CancellationToken cancellation)
    {
        ulong number = before.Batch + 1;
        var next = before with
        {
            Batch = number,
            IsOpen = true,
            IsContested = false,
            Voided = before.IsOpen ? [.. before.Voided, before.Batch] : before.Voided,
            Cuts = cut(number) is { } more ? [.. before.Cuts, more] : before.Cuts,
        };
        await WriteAsync(next, Announced, cancellation);
        var rows = await LastAsync(cancellation);
        if (before is { IsOpen: true, IsContested: false } && rows.Any(row => row.State.Batch == before.Batch && row.Step == Confirmed))
        {
            // Its writer lives and confirmed it in between: it counts again.
            await WriteAsync(next with { Batch = number + 1, Voided = [.. before.Voided, number] }, Announced, cancellation);
            throw Overtaken();
        }

        return rows.All(row => row.State.Batch < number || (row.State.Batch == number && row.Writer == _writer)) ? next : throw Overtaken();
    }

    /// <summary>Lets everybody see the rows of the batch.</summary>
    /// <exception cref="StorageException">Another process gave it up.</exception>
    public async Task ConfirmAsync(StoreState state, CancellationToken cancellation)
    {
        // Twice changes nothing, so a lost answer is asked for again.
        try
        {
            await WriteAsync(state, Confirmed, cancellation);
        }
        catch (StorageException)
        {
            await WriteAsync(state, Confirmed, cancellation);
        }

        if ((await LastAsync(cancellation)).Any(row => row.State.Voided.Contains(state.Batch) || (row.State.Batch == state.Batch && row.Writer != _writer)))
        {
            throw Overtaken();
        }
    }

    private static StoreState Of(List<(StoreState State, ulong Writer, byte Step)> rows)
    {
        if (rows.Count == 0)
        {
            return StoreState.Empty;
        }

        var last = rows[0];
        bool isAlone = rows.All(row => row.State.Batch != last.State.Batch || row.Writer == last.Writer);
        return last.State with { IsOpen = last.Step != Confirmed || !isAlone, IsContested = !isAlone };
    }

    private Task WriteAsync(StoreState state, byte step, CancellationToken cancellation) => cluster.InsertAsync(
        "batches",
        Columns,
        [state],
        (row, written) =>
        {
            row.UInt64(written.Batch).UInt64(_writer).Byte(step);
            List(row, written.Voided, (item, number) => item.UInt64(number));
            List(row, written.Cuts, (item, cut) => item.Text(cut.Chain.Value));
            List(row, written.Cuts, (item, cut) => item.Int64(cut.Above));
            List(row, written.Cuts, (item, cut) => item.Int64(cut.Top));
            List(row, written.Cuts, (item, cut) => item.UInt64(cut.Before));
        },
        cancellation);

    private Task<List<(StoreState State, ulong Writer, byte Step)>> LastAsync(CancellationToken cancellation) => cluster.ReadAsync(
        new Question(LastSql),
        row =>
        {
            var (batch, writer, step) = (row.UInt64(), row.UInt64(), row.Byte());
            ulong[] voided = row.List(item => item.UInt64());
            var (chains, above, top, before) = (row.List(item => ChainId.Parse(item.Text())), row.List(item => item.Int64()), row.List(item => item.Int64()), row.List(item => item.UInt64()));
            return (new StoreState(batch, step != Confirmed, voided, [.. chains.Select((chain, i) => new Cut(chain, above[i], top[i], before[i]))]), writer, step);
        },
        cancellation);

    private StorageException Overtaken() => new(
        store,
        "another process writes to it at the same time",
        "One process writes to a store at a time: end the other, then run the command again; nothing is lost, nothing doubled.");

    private static void List<T>(RowBuffer row, IReadOnlyList<T> items, Action<RowBuffer, T> write)
    {
        row.Count(items.Count);
        foreach (var item in items)
        {
            write(row, item);
        }
    }
}

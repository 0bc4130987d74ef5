using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace Spoor.Storage.DuckDb.Import;

/// <summary><c>tallied(outcome, number)</c>: the outcome of a row as it is, counted by the tally of that number on the way.</summary>
/// <remarks>So a statement that keeps only the rows that move something still tells how many there were of each kind.</remarks>
internal sealed unsafe class RowTally : IDisposable
{
    private static readonly ConcurrentDictionary<long, RowTally> Open = new();
    private static long LastNumber;

    private readonly long[] _rows = new long[1 + byte.MaxValue];

    internal RowTally() => Open[Number] = this;

    internal long Number { get; } = Interlocked.Increment(ref LastNumber);

    internal RowCounts Counts => new(Enumerable.Range(0, _rows.Length)
        .Where(outcome => _rows[outcome] > 0)
        .ToDictionary(outcome => outcome, outcome => _rows[outcome]));

    public void Dispose() => Open.TryRemove(Number, out _);

    internal static void Register(DuckDBConnection connection)
    {
        nint function = ScalarFunction.DuckDBCreateScalarFunction();
        using var outcome = LogicalType.DuckDBCreateLogicalType(DuckDBType.UnsignedTinyInt);
        using var number = LogicalType.DuckDBCreateLogicalType(DuckDBType.BigInt);
        ScalarFunction.DuckDBScalarFunctionSetName(function, "tallied");
        ScalarFunction.DuckDBScalarFunctionAddParameter(function, outcome);
        ScalarFunction.DuckDBScalarFunctionAddParameter(function, number);
        ScalarFunction.DuckDBScalarFunctionSetReturnType(function, outcome);
        // The engine neither leaves out nor repeats nor moves a call whose value may change: every row is counted once,
        // and a filter on it comes after the conversions, which so judge the rows that are skipped as well.
        ScalarFunction.DuckDBScalarFunctionSetVolatile(function);
        ScalarFunction.DuckDBScalarFunctionSetFunction(function, (delegate* unmanaged[Cdecl]<nint, nint, nint, void>)&Count);
        var state = ScalarFunction.DuckDBRegisterScalarFunction(connection.NativeConnection, function);
        ScalarFunction.DuckDBDestroyScalarFunction(ref function);
        if (state != DuckDBState.Success)
        {
            throw new InvalidOperationException("DuckDB did not take the function tallied.");
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Count(nint info, nint chunk, nint output)
    {
        var rows = new DuckDBDataChunk(chunk);
        int count = (int)DataChunks.DuckDBDataChunkGetSize(rows);
        byte* outcomes = (byte*)Vectors.DuckDBVectorGetData(DataChunks.DuckDBDataChunkGetVector(rows, 0));
        long* numbers = (long*)Vectors.DuckDBVectorGetData(DataChunks.DuckDBDataChunkGetVector(rows, 1));
        byte* copies = (byte*)Vectors.DuckDBVectorGetData(output);
        if (count == 0)
        {
            return;
        }

        if (!Open.TryGetValue(numbers[0], out var tally))
        {
            ScalarFunction.DuckDBScalarFunctionSetError(info, $"no tally has the number {numbers[0]}");
            return;
        }

        var counted = new ReadOnlySpan<byte>(outcomes, count);
        counted.CopyTo(new(copies, count));
        tally.Add(counted);
    }

    // Runs of one outcome, as a rule the whole chunk, are added at once: the cores share the numbers.
    private void Add(ReadOnlySpan<byte> outcomes)
    {
        while (!outcomes.IsEmpty)
        {
            int end = outcomes.IndexOfAnyExcept(outcomes[0]);
            int run = end < 0 ? outcomes.Length : end;
            Interlocked.Add(ref _rows[outcomes[0]], run);
            outcomes = outcomes[run..];
        }
    }
}

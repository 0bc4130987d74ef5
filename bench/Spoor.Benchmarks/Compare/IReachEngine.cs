using Spoor.Transfers;

namespace Spoor.Benchmarks.Compare;

/// <summary>Something that answers which addresses can have been reached.</summary>
internal interface IReachEngine : IDisposable
{
    /// <summary>Reads the transfers and gets ready to answer.</summary>
    Task LoadAsync(CompareFolder folder, CancellationToken cancellation);

    /// <summary>What comes before each question and is not timed.</summary>
    void Prepare()
    {
    }

    /// <summary>Finds all addresses within some hops of a start, with first arrival and fewest hops; this is what is timed.</summary>
    /// <returns>How many they are.</returns>
    ValueTask<int> ReachAsync(string start, int hops);

    /// <summary>The last result in the form in which all engines can be compared.</summary>
    IEnumerable<ReachedRow> Answer();

    /// <summary>How many payments any engine must read for the last result; null where it is not counted.</summary>
    ValueTask<long?> PaymentsNeededAsync(int hops) => ValueTask.FromResult<long?>(null);
}

/// <summary>One address of an answer.</summary>
/// <param name="Place">Block and log index in one number, see <see cref="Of"/>; 0 for the start itself.</param>
internal readonly record struct ReachedRow(string Address, long Place, int Hops)
{
    public const long PlacesPerBlock = 1_000_000;

    public static ReachedRow Of(string address, Position earliest, int hops) =>
        new(address, (earliest.Block * PlacesPerBlock) + earliest.Index, hops);
}

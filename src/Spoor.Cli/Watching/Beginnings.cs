using Spoor.Storage.DuckDb;
using Spoor.Transfers;

namespace Spoor.Cli.Watching;

/// <summary>Where the watch of each chain begins: where it did before, else where its node lets it.</summary>
internal sealed class Beginnings
{
    private readonly BeginningFile _file;
    private readonly DuckDbTransferStore _store;
    private readonly Openings _openings;
    private readonly bool _isNew;
    private readonly List<ChainBeginning> _known;
    private readonly Lock _gate = new();

    /// <param name="hasCheckpoint">Whether the detector goes on from somewhere.</param>
    /// <exception cref="FormatException">The file holds something else.</exception>
    public Beginnings(BeginningFile file, WatchParts parts, DuckDbTransferStore store, bool hasCheckpoint, Action<string> say)
    {
        _file = file;
        _store = store;
        _openings = new(parts.Watch, parts.Prices, parts.Tokens, say);
        _known = [.. file.Read().Select(known => Openings.Pruned(known, parts.Watch))];
        _isNew = _known.Count > 0 || !hasCheckpoint;
        if (_known.Count > 0)
        {
            file.Write(_known);
        }
    }

    /// <summary>Those that are known by now.</summary>
    public IReadOnlyList<ChainBeginning> Known
    {
        get
        {
            lock (_gate)
            {
                return [.. _known];
            }
        }
    }

    public ChainBeginning? Of(ChainId chain) => Known.FirstOrDefault(known => known.Chain == chain);

    /// <summary>Begins behind what is in the store, else where it was told to, else at the head: what is over cannot be stopped.</summary>
    /// <remarks>It is on disk before the first block is looked at, so that a restart begins where this did.</remarks>
    /// <exception cref="Chains.Nodes.NodeException">The node cannot be used.</exception>
    public async Task<ChainBeginning> BeginAsync(WatchedNode watched, CancellationToken cancellation)
    {
        var chain = watched.Node.Chain.Id;
        long first = await _store.RecentAsync(chain, 1, cancellation) is [var tip, ..]
            ? tip.Height + 1
            : watched.From ?? (await watched.Node.HeadAsync(cancellation)).Latest.Height;
        var before = _isNew && first > 0 ? await watched.Node.HeaderAsync(first - 1, cancellation) : null;
        var beginning = new ChainBeginning(chain, first, await _openings.AskAsync(watched, before, cancellation));
        lock (_gate)
        {
            _known.Add(beginning);
            _file.Write(_known);
        }

        return beginning;
    }
}

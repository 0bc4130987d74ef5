using System.Security.Cryptography;
using Spoor.Chains.Nodes;
using Spoor.Transfers;
using static Spoor.Tests.Contracts.Ledger;

namespace Spoor.Tests.Sync;

/// <summary>A made-up chain in memory and a node that serves its present branch; the script changes it between and during questions.</summary>
internal sealed class ScriptedChain : IChainNode
{
    private readonly List<Block> _branch = [];
    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = new();
    private int _branches;

    public ScriptedChain(int height, long? finalityDepth = 100, int seed = 0)
    {
        _branches = seed;
        FinalityDepth = finalityDepth;
        Extend(height + 1);
    }

    public Chain Chain { get; } = ChainRegistry.Get(ChainId.Parse("eip155:424242"));

    /// <summary>How far below its head the node calls blocks final; null when it does not say.</summary>
    public long? FinalityDepth { get; }

    public BlockHeader Head => Locked(() => _branch[^1].Header!);

    /// <summary>Called before each answer about blocks, with the number of the question from 1: changes the chain or fails.</summary>
    public Action<int>? BeforeBlocks { get; set; }

    public int BlockQuestions { get; private set; }

    public int LongestSpan { get; private set; }

    public int HeaderQuestions { get; private set; }

    public void Extend(int blocks) => Locked(() =>
    {
        for (int i = 0; i < blocks; i++)
        {
            _branch.Add(Next());
        }

        return Announce();
    });

    /// <summary>Drops blocks and adds others.</summary>
    public void Reorganise(int depth, int blocks)
    {
        Locked(() =>
        {
            depth = Math.Min(depth, _branch.Count - 1);
            _branch.RemoveRange(_branch.Count - depth, depth);
            return ++_branches;
        });
        Extend(blocks);
    }

    public Task<NodeIdentity> IdentifyAsync(CancellationToken cancellation) =>
        Task.FromResult(Locked(() => new NodeIdentity(Chain.Id, _branch[0].Hash!.Value, "script", BlockGaps.None)));

    public Task<NodeHead> HeadAsync(CancellationToken cancellation) =>
        Task.FromResult(Locked(() => new NodeHead(_branch[^1].Header!, _branch[^1].Height - FinalityDepth)));

    public async Task<NodeHead> NextHeadAsync(BlockHeader known, CancellationToken cancellation)
    {
        while (true)
        {
            var changed = Locked(() => _changed.Task);
            var head = await HeadAsync(cancellation);
            if (head.Latest != known)
            {
                return head;
            }

            await changed.WaitAsync(cancellation);
        }
    }

    public Task<BlockHeader?> HeaderAsync(long height, CancellationToken cancellation) => Task.FromResult(Locked(() =>
    {
        HeaderQuestions++;
        return height < _branch.Count ? _branch[(int)height].Header : null;
    }));

    public async Task<IReadOnlyList<Block>> BlocksAsync(BlockSpan span, CancellationToken cancellation)
    {
        await Task.Yield();
        cancellation.ThrowIfCancellationRequested();
        int question = Locked(() =>
        {
            LongestSpan = Math.Max(LongestSpan, span.Count);
            return ++BlockQuestions;
        });
        BeforeBlocks?.Invoke(question);
        return Locked(() => span.Last < _branch.Count
            ? _branch.GetRange((int)span.First, span.Count)
            : throw new NodeException($"There is no block {span.Last}."));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Block Next()
    {
        long height = _branch.Count;
        TxHash? parent = height > 0 ? _branch[^1].Hash : null;
        byte[] digest = SHA256.HashData([.. parent?.ToBytes() ?? [], .. BitConverter.GetBytes(_branches)]);
        return new()
        {
            Chain = Chain.Id,
            Height = height,
            Hash = TxHash.FromBytes(digest),
            Parent = parent,
            Time = TimeOf(height),
            Transfers = [.. Enumerable.Range(0, digest[0] % 4).Select(tx => Move(height, tx, digest[1] % 5, digest[2] % 5, digest[3], Chain.Id) with
            {
                Tx = TxHash.FromBytes(SHA256.HashData([.. digest, (byte)tx])),
            })],
        };
    }

    private bool Announce()
    {
        var changed = _changed;
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.TrySetResult();
        return true;
    }

    private T Locked<T>(Func<T> look)
    {
        lock (_gate)
        {
            return look();
        }
    }
}

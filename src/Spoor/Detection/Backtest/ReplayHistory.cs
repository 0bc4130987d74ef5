using Spoor.Transfers;

namespace Spoor.Detection.Backtest;

/// <summary>What the replayed transfers had shown of an address up to now, and nothing of what they show later.</summary>
/// <param name="stated">What a node would have told of an address before it first moves in the transfers at hand.</param>
/// <remarks>Transfers at hand are rarely all there were: an address can look newer than it was, never older.</remarks>
public sealed class ReplayHistory(IReadOnlyDictionary<AccountOnChain, RecipientHistory> stated)
{
    private readonly Dictionary<AccountOnChain, (long Movements, DateTimeOffset First)> _seen = [];
    private readonly Dictionary<ChainId, DateTimeOffset> _began = [];

    /// <summary>What was known before a block that is not entered yet.</summary>
    public IReadOnlyDictionary<Address, RecipientHistory> Before(Block block, IEnumerable<Address> addresses) =>
        addresses.Distinct().ToDictionary(address => address, address => Of(block.Chain, address));

    public void Enter(Block block)
    {
        _began.TryAdd(block.Chain, block.Time);
        foreach (var transfer in block.Transfers)
        {
            Enter(transfer.From, transfer);
            Enter(transfer.To, transfer);
        }
    }

    private void Enter(Address? address, Transfer transfer)
    {
        if (address is { } known)
        {
            var account = new AccountOnChain(transfer.Chain, known);
            _seen[account] = _seen.TryGetValue(account, out var seen) ? (seen.Movements + 1, seen.First) : (1, transfer.Time);
        }
    }

    private RecipientHistory Of(ChainId chain, Address address)
    {
        DateTimeOffset? began = _began.TryGetValue(chain, out var first) ? first : null;
        var account = new AccountOnChain(chain, address);
        return _seen.TryGetValue(account, out var seen)
            ? new() { Movements = seen.Movements, First = seen.First, KnownFrom = began }
            : stated.GetValueOrDefault(account, RecipientHistory.Unknown) with { Movements = began is null ? null : 0, KnownFrom = began };
    }
}

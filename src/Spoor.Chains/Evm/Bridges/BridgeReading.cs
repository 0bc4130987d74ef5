using System.Collections.Frozen;
using Spoor.Transfers;

namespace Spoor.Chains.Evm.Bridges;

/// <summary>Reads from the logs of a block what bridges took in and paid out.</summary>
internal sealed class BridgeReading(Chain chain, DateTimeOffset time)
{
    private static readonly FrozenDictionary<Word256, BridgeEvent> ByTopic = Events().ToFrozenDictionary(known => known.Topic);

    private readonly List<BridgeLeg> _legs = [];
    private readonly List<BridgeLeg> _ofTransaction = [];

    /// <summary>In position order.</summary>
    public IReadOnlyList<BridgeLeg> Legs => _legs;

    /// <summary>Every event that is read, each with a topic of its own.</summary>
    public static IEnumerable<BridgeEvent> Events() =>
    [
        .. AcrossEvents.All, .. LayerZeroEvents.All, .. WormholeEvents.All, .. SynapseEvents.All, .. CelerEvents.All, .. MultichainEvents.All, .. HopEvents.All,
        .. CctpEvents.All, .. ThorchainEvents.All, .. AvalancheEvents.All, .. TransitSwapEvents.All, .. SymbiosisEvents.All, AvalancheEvents.Transfer,
    ];

    public void Read(LogAnswer log, Position position, TxHash tx)
    {
        if (log.Topics.Length > 0 && ByTopic.TryGetValue(log.Topics[0], out var known) && IsWorthwhile(known, log)
            && known.Read(log, new(chain, time, BridgeRegistry.Builtin, position, tx)) is { } leg)
        {
            _ofTransaction.Add(leg);
        }
    }

    /// <summary>Ends a transaction: what two events say of one crossing becomes one leg.</summary>
    public void EndTransaction()
    {
        if (_ofTransaction.Count > 0)
        {
            _legs.AddRange(TransactionLegs.Merge(_ofTransaction));
            _ofTransaction.Clear();
        }
    }

    // Most logs of a chain are transfers of tokens; those with a known side of the Avalanche Bridge are on Ethereum only.
    private bool IsWorthwhile(BridgeEvent known, LogAnswer log) =>
        known != AvalancheEvents.Transfer
        || (log.Topics.Length == 3 && (IsAvalanche(log.Topics[1]) || IsAvalanche(log.Topics[2])));

    private bool IsAvalanche(Word256 account) => BridgeRegistry.Builtin.IsKnown(AvalancheEvents.Transfer.Protocol, chain.Id, account.ToAccount());
}

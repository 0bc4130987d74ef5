using System.Collections.Frozen;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>Reads from logs who was given, or lost, the power to move what an address holds.</summary>
internal static class ControlReading
{
    // Of each event: how many words it has, and which of them names the holder (-1: none).
    private static readonly FrozenDictionary<Word256, Shape> Shapes = new Dictionary<Word256, Shape>
    {
        [EventTopics.Approval] = new(ControlKind.Approval, 3, 1),
        [EventTopics.ApprovalForAll] = new(ControlKind.ApprovalForAll, 3, 1),
        [EventTopics.OwnershipTransferred] = new(ControlKind.OwnershipTransferred, 2, 1),
        [EventTopics.RoleGranted] = new(ControlKind.RoleGranted, 3, 1),
        [EventTopics.RoleRevoked] = new(ControlKind.RoleRevoked, 3, 1),
        [EventTopics.Upgraded] = new(ControlKind.Upgraded, 1, 0),
        [EventTopics.AdminChanged] = new(ControlKind.AdminChanged, 2, 1),
        [EventTopics.AddedOwner] = new(ControlKind.SafeOwnerAdded, 1, 0),
        [EventTopics.RemovedOwner] = new(ControlKind.SafeOwnerRemoved, 1, 0),
        [EventTopics.ChangedThreshold] = new(ControlKind.SafeThresholdChanged, 1, -1),
        [EventTopics.EnabledModule] = new(ControlKind.SafeModuleEnabled, 1, 0),
    }.ToFrozenDictionary();

    public static ControlChange? Read(LogAnswer log, Position position, TxHash tx)
    {
        if (log.Topics.Length == 0 || !Shapes.TryGetValue(log.Topics[0], out var shape) || !log.Is(log.Topics[0], shape.Words))
        {
            return null;
        }

        return new()
        {
            Position = position,
            Tx = tx,
            Kind = shape.Kind,
            Contract = log.Emitter,
            Subject = shape.Kind is ControlKind.Approval or ControlKind.ApprovalForAll ? log.Argument(0).ToAccount() : log.Emitter,
            Holder = shape.Holder < 0 ? null : log.Argument(shape.Holder).ToAccount(),
            Amount = AmountOf(log, shape.Kind),
        };
    }

    // ERC-721 approves one token by its number, which it indexes: that is one unit of it, or none when nobody may take it.
    private static Amount? AmountOf(LogAnswer log, ControlKind kind) => kind switch
    {
        ControlKind.Approval when log.DataBytes == 0 => log.Argument(1).ToAccount().IsZeroAccount ? Amount.Zero : new(UInt128.One),
        ControlKind.Approval => log.Argument(2).ToCappedAmount(),
        ControlKind.ApprovalForAll => log.Argument(2) == default ? Amount.Zero : new(UInt128.One),
        ControlKind.SafeThresholdChanged => log.Argument(0).ToCappedAmount(),
        _ => null,
    };

    private readonly record struct Shape(ControlKind Kind, int Words, int Holder);
}

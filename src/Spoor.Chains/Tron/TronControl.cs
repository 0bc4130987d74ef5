using Spoor.Transfers;

namespace Spoor.Chains.Tron;

/// <summary>Who was given power over what an account or a contract holds.</summary>
internal static class TronControl
{
    private static readonly Amount Largest = new(UInt128.MaxValue);

    /// <returns>Null when the event gives no power.</returns>
    public static ControlChange? Of(TronLog log, Position position, TxHash tx)
    {
        var change = new ControlChange { Position = position, Tx = tx, Kind = ControlKind.Approval, Contract = log.Emitter, Subject = log.Emitter };
        return log switch
        {
            // An approval of a TRC-721 has the token's number where TRC-20 has an amount.
            _ when log.Is(TronLog.Approval, 3) => change with
            {
                Subject = log.Account(0),
                Holder = log.Account(1),
                Amount = log.Indexed == 3 ? null : log.Units(2) ?? Largest,
            },
            _ when log.Is(TronLog.ApprovalForAll, 3) => change with
            {
                Kind = ControlKind.ApprovalForAll,
                Subject = log.Account(0),
                Holder = log.Account(1),
                Amount = log.Units(2) ?? Largest,
            },
            _ when log.Is(TronLog.OwnershipTransferred, 2) => change with { Kind = ControlKind.OwnershipTransferred, Holder = log.Account(1) },
            _ => null,
        };
    }

    /// <summary>One change for each key put in power that is not the account itself; one without a holder when there is none.</summary>
    public static IEnumerable<ControlChange> OfPermissions(TronContract contract, Address account, Position position, TxHash tx)
    {
        var change = new ControlChange { Position = position, Tx = tx, Kind = ControlKind.PermissionUpdated, Contract = account, Subject = account };
        var others = contract.Holders().Where(holder => holder != account).ToList();
        return others.Count == 0 ? [change] : others.Select((holder, i) => change with { Position = position with { Index = i }, Holder = holder });
    }
}

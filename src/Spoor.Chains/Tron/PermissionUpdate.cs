using Spoor.Transfers;

namespace Spoor.Chains.Tron;

/// <summary>Whom an AccountPermissionUpdate puts in power over an account.</summary>
internal static class PermissionUpdate
{
    /// <summary>One change for each key that is not the account itself; one without a holder when there is none.</summary>
    public static IEnumerable<ControlChange> Read(TronTransaction transaction, long height)
    {
        if (transaction is not { HasSucceeded: true, Contract: { Type: "AccountPermissionUpdateContract", Owner: { } account } contract })
        {
            return [];
        }

        var change = new ControlChange
        {
            Position = new(height, transaction.Index, Phase.Value, 0),
            Tx = transaction.Id,
            Kind = ControlKind.PermissionUpdated,
            Contract = account,
            Subject = account,
        };
        var others = contract.Holders().Where(holder => holder != account).ToList();
        return others.Count == 0 ? [change] : others.Select((holder, i) => change with { Position = change.Position with { Index = i }, Holder = holder });
    }
}

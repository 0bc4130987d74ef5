using Spoor.Transfers;

namespace Spoor.Incidents.Losses.Guards;

/// <summary>Guard (c): of a UTXO transaction only what does not come back to the victim is lost.</summary>
/// <remarks>
/// Where others paid inputs too, no more is lost than the victim's inputs less its change; outputs to the thief are
/// counted first, since the transaction is theirs. The fee is in no output and is not counted.
/// </remarks>
public static class ChangeBack
{
    public const string Name = "utxo-change";

    public static IEnumerable<TransferLoss> Of(IEnumerable<Transfer> transfers, LossParties parties) => transfers
        .Where(transfer => transfer.Kind is TransferKind.UtxoIn or TransferKind.UtxoOut)
        .GroupBy(transfer => (transfer.Chain, transfer.Tx))
        .SelectMany(group => OfTransaction([.. group], parties));

    private static IEnumerable<TransferLoss> OfTransaction(IReadOnlyList<Transfer> transaction, LossParties parties)
    {
        var spent = Sum(transaction.Where(row => row.Kind == TransferKind.UtxoIn && parties.IsVictim(row.Chain, row.From)));
        if (spent.IsZero)
        {
            yield break;
        }

        var outputs = transaction.Where(row => row.Kind == TransferKind.UtxoOut).Select(row => (Row: row, Class: ClassOf(row, parties))).ToList();
        var change = Sum(outputs.Where(output => output.Class == LossClass.Change).Select(output => output.Row));
        var left = spent > change ? spent - change : Amount.Zero;
        foreach (var (row, one) in outputs.OrderBy(output => output.Class).ThenBy(output => output.Row.Position))
        {
            var counted = one == LossClass.Change ? row.Amount : Amount.Min(row.Amount, left);
            left = one == LossClass.Change ? left : left - counted;
            yield return new(row, one, counted, Name);
        }
    }

    // Theft stands before the others in the order of classes, which is the order in which the loss is laid out.
    private static LossClass ClassOf(Transfer row, LossParties parties) =>
        parties.IsVictim(row.Chain, row.To) ? LossClass.Change
        : parties.IsRescue(row.Chain, row.To) ? LossClass.InternalRescue
        : parties.IsThief(row.Chain, row.To) ? LossClass.Theft
        : LossClass.Suspect;

    private static Amount Sum(IEnumerable<Transfer> rows) => rows.Aggregate(Amount.Zero, (sum, row) => sum + row.Amount);
}

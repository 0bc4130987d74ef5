using CsCheck;
using Spoor.Incidents.Losses;
using Spoor.Incidents.Losses.Guards;
using Spoor.Tests.Tracing;
using Spoor.Transfers;

namespace Spoor.Tests.Incidents.Losses.Guards;

/// <summary>What holds of the loss in any history.</summary>
public sealed class GuardLaws
{
    private static readonly string[] Names = ["hot", "cold", "rescue", "thief", "next", "customer"];

    private static readonly Gen<Transfer[]> GenHistory =
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[1, 100]).Array[0, 12].Select(payments =>
        {
            var story = new Story();
            foreach (var (from, to, amount) in payments.Where(payment => payment.Item1 != payment.Item2))
            {
                story.Pay(Names[from], Names[to], (UInt128)amount);
            }

            return story.Transfers.ToArray();
        });

    [Fact]
    public void The_order_in_which_transfers_are_told_and_telling_them_twice_changes_nothing() =>
        Gen.Select(GenHistory, Gen.Int[0, 1000]).Sample((history, seed) =>
        {
            var random = new Random(seed);
            Transfer[] told = [.. history, .. history];
            random.Shuffle(told);
            return GuardStory.Find(history).SequenceEqual(GuardStory.Find(told));
        });

    [Fact]
    public void Theft_is_what_went_from_the_victim_to_the_thief_and_never_more_than_is_missing() =>
        Gen.Select(GenHistory, Gen.UShort).Sample((history, end) =>
        {
            var balance = new BalanceReconciliation(Story.Coin, new(300), Amount.Zero, Amount.Zero, new(Math.Min(end, (ushort)300)));
            UInt128 moved = Sum(history, row => (row.From == Story.At("hot") || row.From == Story.At("cold")) && row.To == Story.At("thief"));
            return GuardStory.Find(history).Sum(LossClass.Theft) == moved
                && GuardStory.Find(history, balance).Sum(LossClass.Theft) == UInt128.Min(moved, balance.Drop.Units);
        });

    [Fact]
    public void Every_outflow_of_the_victim_has_exactly_one_class() =>
        GenHistory.Sample(history =>
        {
            var losses = GuardStory.Find(history);
            int outflows = history.Count(row => row.From == Story.At("hot") || row.From == Story.At("cold"));
            return losses.Count(loss => loss.Class != LossClass.Returned) == outflows && losses.Select(loss => loss.Transfer.Key).Distinct().Count() == losses.Count;
        });

    private static UInt128 Sum(IEnumerable<Transfer> transfers, Func<Transfer, bool> which) =>
        transfers.Where(which).Aggregate(UInt128.Zero, (sum, transfer) => sum + transfer.Amount.Units);
}

using CsCheck;
using Spoor.Detection;
using Spoor.Transfers;
using static Spoor.Tests.Detection.DrainStory;

namespace Spoor.Tests.Detection;

/// <summary>A notice's name, its alert and number, is never used twice: what has a known name is not told again.</summary>
public sealed class NoticeNameTests
{
    private static readonly string[] Names = ["hot", "cold", "thief", "customer", "other"];

    // Hours later; payments of one transaction by (from, to, size); powers granted to the planned recipient.
    private static readonly Gen<(int Hours, (int From, int To, int Size)[] Payments, int Grants)[]> Story = Gen.Select(
        Gen.Int[0, 20], Gen.Select(Gen.Int[0, 1], Gen.Int[0, 4], Gen.Int[1, 5]).Array[1, 5], Gen.Int[0, 3]).Array[1, 12];

    [Fact]
    public void A_batch_that_pays_a_planned_recipient_and_a_thief_tells_of_both()
    {
        var story = new DrainStory(new([Exchange(TimeSpan.Zero)])).Known("thief", 0);

        var told = story.Transact("hot", Move("hot", "customer", Eth, 10m), Move("hot", "thief", Eth, 4_900m));

        Assert.Equal([AlertClass.Planned, AlertClass.Drain], told.Select(notice => notice.Class));
        Assert.Equal(2, told.Select(notice => (notice.Alert, notice.Number)).Distinct().Count());
    }

    [Fact]
    public void No_name_is_used_twice_however_many_payments_a_transaction_has() => Gen.Select(Story, Gen.Bool).Sample(
        (steps, keepsLog) =>
        {
            var story = new DrainStory(new([Exchange(keepsLog ? TimeSpan.FromHours(8) : TimeSpan.Zero)])).Known("thief", 0).Known("other", 0);
            foreach (var (hours, payments, grants) in steps)
            {
                story.Wait(60 * hours);
                Transfer[] moves = [.. payments.Where(payment => payment.From != payment.To).Select(payment => Move(Names[payment.From], Names[payment.To], Eth, 90m * payment.Size))];
                if (moves.Length > 0)
                {
                    story.Give(WithGrants(story.Block("hot", moves), grants));
                }
            }

            Assert.Equal(story.Told.Count, story.Told.Select(notice => (notice.Alert, notice.Number)).Distinct().Count());
        },
        iter: 400);

    private static WatchedOwner Exchange(TimeSpan grace) =>
        Owner(Wallet("hot", WalletUse.Hot, (Eth, 5_000m), (Dai, 400_000m)), Wallet("cold", WalletUse.Cold)) with
        {
            Policy = new() { ReconcilesWithdrawals = grace > TimeSpan.Zero, WithdrawalGrace = grace },
            Planned = [new() { Id = "p", Reason = "r", From = Begin, Until = Begin.AddDays(60), Recipients = new HashSet<Address> { At("customer") } }],
        };

    private static Block WithGrants(Block block, int count) => block with
    {
        Controls =
        [
            .. Enumerable.Range(0, count).Select(i => new ControlChange
            {
                Position = block.Transfers[0].Position with { Index = 100 + i },
                Tx = block.Transfers[0].Tx,
                Kind = ControlKind.SafeOwnerAdded,
                Contract = At("hot"),
                Subject = At("hot"),
                Holder = At(i == 2 ? "thief" : "customer"),
            }),
        ],
    };
}

using CsCheck;
using Spoor.Records;
using Spoor.Response.Compensation;
using Spoor.Response.Compensation.Books;
using Spoor.Storage.Acts;
using Spoor.Tests.Storage;
using Spoor.Transfers;

namespace Spoor.Tests.Response.Compensation;

public sealed class CompensationBooksTests
{
    private static readonly DateTimeOffset Now = new(2023, 9, 13, 10, 0, 0, TimeSpan.Zero);
    private static readonly UInt128[][] Pledged = [[100, 50, 0, 7], [10, 0, UInt128.MaxValue - 20, 3]];

    private static readonly Gen<Amount> Amounts = Gen.OneOf(Gen.Int[0, 60].Select(units => new Amount((UInt128)units)), Gen.Const(new Amount(UInt128.MaxValue)));
    private static readonly Gen<string> Customers = Gen.Int[0, 5].Select(number => $"c-{number}");
    private static readonly Gen<string> Assets = Gen.Int[0, 6].Select(number => number == 0 ? "XRP" : number % 2 == 0 ? "ETH" : "BTC");
    private static readonly Gen<string> References = Gen.Int[0, 30].Select(number => $"R-{number}");

    private static readonly Gen<CompensationPayment> Payments = Gen.Select(References, Customers, Assets, Amounts, (reference, customer, asset, amount) =>
        new CompensationPayment(reference, customer, asset, amount));

    private static readonly Gen<CompensationEntry> Entries = Gen.OneOf(
        Payments.Array[1, 4].Select(CompensationEntry (payments) => new CompensationEntry.Pay(payments)),
        Gen.Select(References, Customers, Assets, Amounts, CompensationEntry (reference, customer, asset, amount) => new CompensationEntry.Claim(reference, customer, asset, amount)),
        Gen.Select(References, Customers, Assets, CompensationEntry (reference, customer, asset) => new CompensationEntry.Dispute(reference, customer, asset)),
        Gen.Select(References, Amounts, Gen.Bool, CompensationEntry (reference, amount, stays) => new CompensationEntry.Settle(reference, stays ? null : amount)));

    [Fact]
    public void Pledged_is_paid_and_due_after_every_entry_and_what_is_not_booked_changes_nothing() => Entries.Array[0, 60].Sample(entries =>
    {
        var books = Books();
        foreach (var entry in entries)
        {
            var before = books.Totals.ToList();
            var verdict = books.Offer(entry);

            Assert.All(books.Totals, totals => Assert.True(totals.IsBalanced));
            Assert.Equal(books.Recount(), books.Totals);
            if (verdict is not EntryVerdict.Fresh)
            {
                Assert.Equal(before, books.Totals);
                continue;
            }

            Assert.IsType<EntryVerdict.Known>(books.Offer(entry));
        }
    }, iter: 500);

    [Fact]
    public void What_one_customer_gave_up_and_another_got_is_counted_again_whoever_comes_first()
    {
        var books = Books();
        CompensationEntry[] entries =
        [
            new CompensationEntry.Dispute("D-1", "c-0", "BTC"), new CompensationEntry.Dispute("D-2", "c-2", "BTC"),
            new CompensationEntry.Settle("D-2", Amount.Zero), new CompensationEntry.Settle("D-1", new Amount(UInt128.MaxValue - 20)),
        ];

        Assert.All(entries, entry => Assert.IsType<EntryVerdict.Fresh>(books.Offer(entry)));
        Assert.Equal(books.Recount(), books.Totals);
    }

    [Fact]
    public void A_crash_at_any_byte_of_the_log_leaves_books_that_balance_and_can_be_gone_on_with()
    {
        using var folder = new TemporaryFolder();
        int run = 0;
        Gen.Select(Entries.Array[1, 25], Gen.UInt).Sample(
            (entries, cut) =>
            {
                string path = Path.Combine(folder.Path, $"run-{run++}", "acts.jsonl");
                Write(path, entries);
                byte[] whole = File.ReadAllBytes(path);
                File.WriteAllBytes(path, whole[..(int)(cut % (uint)(whole.Length + 1))]);

                // Everything is done once more, as somebody would who does not know what was lost.
                Write(path, entries);

                var (books, payments) = Read(path);
                Assert.Equal(payments.Count, payments.Select(payment => payment.Reference).Distinct().Count());
                Assert.Equal(books.Assets.Select(asset => SumOf(payments, asset.Code)), books.Totals.Select(totals => totals.Paid));
            },
            iter: 60, threads: 1);
    }

    [Fact]
    public void The_same_payment_twice_is_one_and_another_under_its_reference_is_refused()
    {
        var books = Books();

        Assert.IsType<EntryVerdict.Fresh>(books.Offer(Pay("P-1", "c-0", 60)));
        Assert.IsType<EntryVerdict.Known>(books.Offer(Pay("P-1", "c-0", 60)));
        Assert.Contains("payment P-1: expected what is booked under this reference", Refusal(books, Pay("P-1", "c-0", 61)), StringComparison.Ordinal);
        Assert.Contains("at most 40 ETH, which is due to c-0, found 41 ETH", Refusal(books, Pay("P-2", "c-0", 41)), StringComparison.Ordinal);
        Assert.Equal(new(new(157), new(60), new(97), Amount.Zero, Amount.Zero), books.Totals[0]);
    }

    [Fact]
    public void Payments_of_one_file_are_weighed_together()
    {
        var books = Books();
        var first = new CompensationEntry.Pay([new("P-1", "c-0", "ETH", new(60)), new("P-2", "c-0", "ETH", new(41))]);
        var second = new CompensationEntry.Pay([new("P-1", "c-0", "ETH", new(60)), new("P-1", "c-0", "ETH", new(60)), new("P-3", "c-1", "ETH", new(50))]);

        Assert.Contains("P-2", Refusal(books, first), StringComparison.Ordinal);
        Assert.Equal(0, books.Payments);
        Assert.Equal(["P-1", "P-3"], Assert.IsType<CompensationEntry.Pay>(Assert.IsType<EntryVerdict.Fresh>(books.Offer(second)).Entry).Payments.Select(payment => payment.Reference));
    }

    [Fact]
    public void What_is_disputed_is_not_paid_until_it_is_settled()
    {
        var books = Books();
        books.Offer(Pay("P-1", "c-0", 60));
        books.Offer(new CompensationEntry.Dispute("D-1", "c-0", "ETH"));

        Assert.Contains("found dispute D-1", Refusal(books, Pay("P-2", "c-0", 1)), StringComparison.Ordinal);
        Assert.Equal(new Amount(40), books.Totals[0].Disputed);
        Assert.Contains("at least 60 ETH, which is paid already, found 59 ETH", Refusal(books, new CompensationEntry.Settle("D-1", new(59))), StringComparison.Ordinal);
        Assert.IsType<EntryVerdict.Fresh>(books.Offer(new CompensationEntry.Settle("D-1", new(110))));
        Assert.IsType<EntryVerdict.Fresh>(books.Offer(Pay("P-2", "c-0", 50)));
        Assert.Equal(new(new(167), new(110), new(57), Amount.Zero, Amount.Zero), books.Totals[0]);
        Assert.Equal((UInt128)110, books.PledgedNow()[0].Span[0]);
    }

    [Fact]
    public void A_pledge_that_would_overflow_the_sum_is_refused()
    {
        var books = Books();
        books.Offer(new CompensationEntry.Dispute("D-1", "c-0", "BTC"));

        Assert.Contains("below 2^128 units in all", Refusal(books, new CompensationEntry.Settle("D-1", new(UInt128.MaxValue))), StringComparison.Ordinal);
        Assert.Equal(books.Recount(), books.Totals);
    }

    private static string Refusal(CompensationBooks books, CompensationEntry entry) => Assert.IsType<EntryVerdict.Refused>(books.Offer(entry)).Reason;

    private static CompensationEntry.Pay Pay(string reference, string customer, int units) => new([new(reference, customer, "ETH", new((UInt128)units))]);

    private static Amount SumOf(IEnumerable<CompensationPayment> payments, string asset) =>
        payments.Where(payment => payment.Asset == asset).Aggregate(Amount.Zero, (sum, payment) => sum + payment.Amount);

    private static (CompensationBooks Books, IReadOnlyList<CompensationPayment> Payments) Read(string path)
    {
        var books = Books();
        var payments = new List<CompensationPayment>();
        foreach (var act in ActFile.Read(path).Acts)
        {
            var entry = EntryOf(act);
            Assert.IsType<EntryVerdict.Fresh>(books.Offer(entry));
            Assert.All(books.Totals, totals => Assert.True(totals.IsBalanced));
            payments.AddRange(entry is CompensationEntry.Pay pay ? pay.Payments : []);
        }

        return (books, payments);
    }

    private static CompensationEntry EntryOf(Act act) => CompensationActs.EntryOf(act, _ => throw new InvalidOperationException("No file is named."));

    private static void Write(string path, CompensationEntry[] entries)
    {
        using var file = ActFile.Open(path);
        var (books, _) = Read(path);
        foreach (var entry in entries)
        {
            if (books.Offer(entry) is EntryVerdict.Fresh { Entry: var fresh })
            {
                file.Append(CompensationActs.NoteOf(fresh, Now, "Ana", "a test"));
            }
        }
    }

    private static CompensationBooks Books() =>
        new(new PledgeTable(["c-0", "c-1", "c-2", "c-3"], [("ETH", 0), ("BTC", 0)], [.. Pledged.Select(column => column.ToArray())]));
}

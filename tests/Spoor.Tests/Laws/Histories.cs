using CsCheck;
using Spoor.Tests.Tracing;
using Spoor.Tracing;

namespace Spoor.Tests.Laws;

/// <summary>Generated histories: few addresses, so that money goes round in circles and opening balances appear.</summary>
internal static class Histories
{
    public static readonly string[] People = ["thief", "a", "b", "c", "d", "shop"];

    public static readonly Gen<TaintRule> Rule = Gen.Int[0, TaintRule.All.Count - 1].Select(i => TaintRule.All[i]);

    public static readonly Gen<TaintRule> ConservingRule = Rule.Where(rule => rule.Conserves);

    private static readonly Gen<UInt128> Amount = Gen.Frequency(
        (6, Gen.ULong[1, 50].Select(units => (UInt128)units)),
        (1, Gen.ULong[1, ulong.MaxValue].Select(units => (UInt128)units << 40)));

    /// <summary>Payments among people, with earnings from outside, fees, payments to oneself and payments on credit.</summary>
    public static readonly Gen<Payment[]> Payments =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, People.Length - 1], Gen.Int[0, People.Length - 1], Amount)
            .Select((sort, from, to, amount) => sort switch
            {
                < 3 => new Payment("world", People[to], amount),
                3 => new Payment(People[from], null, amount % 7 + 1),
                _ => new Payment(People[from], People[to], amount),
            })
            .Array[3, 30];

    public static readonly Gen<(Payment[] Payments, int[] Thefts)> WithThefts =
        Payments.SelectMany(payments => Gen.Int[0, payments.Length - 1].Array[1, 3].Select(thefts => (payments, thefts)));

    public static Story Tell(IEnumerable<Payment> payments, Func<string, string>? rename = null)
    {
        var story = new Story();
        foreach (var (from, to, amount) in payments)
        {
            _ = to is null ? story.Fee(Named(from), amount) : story.Pay(Named(from), Named(to), amount);
        }

        return story;

        string Named(string name) => rename is null ? name : rename(name);
    }

    public static TheftClaim[] Claims(int[] thefts) => [.. thefts.Distinct().Select(Story.Theft)];
}

/// <summary>A payment, or a fee when there is no recipient.</summary>
internal sealed record Payment(string From, string? To, UInt128 Amount);

namespace Spoor.Tests.Laws;

/// <summary>The least and the most of a theft that can end with each person, found by playing every way of dividing every payment.</summary>
/// <remarks>
/// An oracle for tests that knows nothing of flows: the set of all states that can be reached, where a state is how many stolen
/// units each person has. Small numbers only; payments are given in the order in which they are played.
/// </remarks>
internal static class EveryDivision
{
    private const string Fees = "fees";

    /// <param name="begin">What people have before the first payment.</param>
    /// <param name="services">Where stolen units stop, unless it is by the theft itself.</param>
    public static Dictionary<string, (int Least, int Most)> Of(
        IReadOnlyList<Payment> payments, IReadOnlyCollection<int> thefts, IReadOnlyDictionary<string, int> begin, IReadOnlyCollection<string> services)
    {
        string[] people = [.. payments.SelectMany(payment => new[] { payment.From, payment.To ?? Fees }).Append(Fees).Distinct().Order(StringComparer.Ordinal)];
        var index = people.Select((name, i) => (name, i)).ToDictionary(one => one.name, one => one.i);
        int[] balance = [.. people.Select(name => begin.GetValueOrDefault(name))];
        var states = new Dictionary<string, int[]> { [""] = new int[people.Length] };
        for (int i = 0; i < payments.Count; i++)
        {
            var (from, to, amount) = (index[payments[i].From], index[payments[i].To ?? Fees], (int)payments[i].Amount);
            if (from == to)
            {
                continue;
            }

            balance[from] = Math.Max(balance[from], amount);
            bool claimed = payments[i].To is not null && thefts.Contains(i);
            bool spends = !services.Contains(payments[i].From);
            var next = states.Values.SelectMany(state => Divided(state, from, to, amount, balance[from], claimed, spends));
            states = next.DistinctBy(Key).ToDictionary(Key);
            (balance[from], balance[to]) = (balance[from] - amount, balance[to] + amount);
        }

        return people.ToDictionary(name => name, name => (states.Values.Min(state => state[index[name]]), states.Values.Max(state => state[index[name]])));
    }

    // Stolen units fill what clean ones cannot, and never more than there are or are paid.
    private static IEnumerable<int[]> Divided(int[] state, int from, int to, int amount, int balance, bool claimed, bool spends)
    {
        int there = spends ? state[from] : 0;
        for (int stolen = Math.Max(0, amount - (balance - there)); stolen <= Math.Min(amount, there); stolen++)
        {
            int[] after = [.. state];
            after[from] -= stolen;
            after[to] += claimed ? amount : stolen;
            yield return after;
        }
    }

    private static string Key(int[] state) => string.Join(',', state);
}

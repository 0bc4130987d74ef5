using System.Buffers;
using Spoor.Detection.Baselines;

namespace Spoor.Tests.Detection.Baselines;

public sealed class WalletHabitTests
{
    [Fact]
    public void A_wallet_without_history_says_what_it_cannot_say()
    {
        var verdict = new WalletHabit().Judge(HabitStreams.Outflow(0, 1_000_000, 1));

        Assert.Equal(new() { Outflows = 0, Priced = 0, Hours = 0, PaidBefore = 0, PaidAtMost = 0 }, verdict);
        Assert.False(verdict.IsKnown);
        Assert.Null(verdict.Extreme);
    }

    [Fact]
    public void Each_statement_begins_at_its_number()
    {
        var habit = new WalletHabit();
        var first = new Dictionary<string, long>();
        foreach (var outflow in HabitStreams.Exchange(600, seed: 1))
        {
            var verdict = habit.Judge(outflow);
            Note("z", verdict.RobustZ is not null, verdict.Priced);
            Note("extreme", verdict.ExtremeDollars is not null, verdict.Priced);
            Note("hours", verdict.Alarms is not null, verdict.Hours);
            Note("shape", verdict.AtThisHour is not null, verdict.Outflows);
            habit.Learn(outflow);
        }

        Assert.Equal(SizeHabit.ScoredFrom, first["z"]);
        Assert.Equal(SizeHabit.ExtremeFrom, first["extreme"]);
        Assert.InRange(first["hours"], ActivityChart.ChartedFrom, ActivityChart.ChartedFrom + 10);
        Assert.Equal(WalletHabit.ShapedFrom, first["shape"]);

        void Note(string statement, bool isMade, long seen)
        {
            if (isMade)
            {
                first.TryAdd(statement, seen);
            }
        }
    }

    [Fact]
    public void A_theft_of_millions_stands_out_of_withdrawals_of_thousands()
    {
        var habit = Learnt(5_000);

        var verdict = habit.Judge(HabitStreams.Outflow(5_001 * 6, 7_900_000, 999_999, gasGwei: 200));

        Assert.True(verdict.RobustZ > 6_000, $"{verdict}");
        Assert.InRange(verdict.ExtremeDollars ?? 0, 100_000, 7_000_000);
        Assert.InRange((long)(verdict.Usual?.Micros ?? 0) / 1_000_000, 500, 2_000);
        Assert.False(verdict.IsKnown);
        Assert.Equal(0, verdict.PaidAtMost);
        Assert.True(verdict.GasRatio > 5_000, $"{verdict}");
    }

    [Fact]
    public void What_is_usual_is_not_remarked_on()
    {
        var habit = Learnt(5_000);

        var verdict = habit.Judge(HabitStreams.Outflow(5_001 * 6, 1_000, 3));

        Assert.InRange(verdict.RobustZ ?? int.MaxValue, -1_000, 1_000);
        Assert.True(verdict.IsKnown);
        Assert.Equal(ActivityAlarms.None, verdict.Alarms);
        Assert.InRange(verdict.LikeBatch ?? 0, 800, 1_000);
        Assert.InRange(verdict.GasRatio ?? 0, 500, 2_000);
    }

    [Fact]
    public void Few_of_the_ordinary_outflows_are_extreme_or_alarm()
    {
        var habit = new WalletHabit();
        int extreme = 0;
        int alarmed = 0;
        foreach (var outflow in HabitStreams.Exchange(50_000, seed: 5))
        {
            var verdict = habit.Judge(outflow);
            extreme += Logarithm.DollarsOf(outflow.Worth ?? default) > verdict.ExtremeDollars ? 1 : 0;
            alarmed += verdict.Alarms is > 0 ? 1 : 0;
            habit.Learn(outflow);
        }

        Assert.InRange(extreme, 0, 10);
        Assert.InRange(alarmed, 0, 2_500);
    }

    [Fact]
    public void A_burst_within_an_hour_alarms_the_charts()
    {
        var habit = Learnt(5_000);
        var alarms = ActivityAlarms.None;
        for (int i = 0; i < 200; i++)
        {
            var outflow = HabitStreams.Outflow(5_001 * 6, 50_000, i);
            alarms |= habit.Judge(outflow).Alarms ?? default;
            habit.Learn(outflow);
        }

        Assert.Equal(ActivityAlarms.CountEwma | ActivityAlarms.CountCusum | ActivityAlarms.SumEwma, alarms & ~ActivityAlarms.SumCusum);
    }

    [Fact]
    public void A_wallet_that_always_sends_the_same_is_not_startled_by_a_little_more()
    {
        var habit = new WalletHabit();
        for (int i = 0; i < 1_000; i++)
        {
            habit.Learn(HabitStreams.Outflow(i * 60, 100, 1));
        }

        Assert.InRange(habit.Judge(HabitStreams.Outflow(60_000, 130, 1)).RobustZ ?? 0, 0, 2_000);
        Assert.True(habit.Judge(HabitStreams.Outflow(60_000, 100_000, 1)).RobustZ > 10_000);
    }

    [Fact]
    public void What_has_no_price_is_learnt_but_for_its_size()
    {
        var habit = Learnt(1_000);
        var unpriced = HabitStreams.Outflow(6_100, 5, 42_000) with { Worth = null };
        long priced = habit.Judge(unpriced).Priced;

        habit.Learn(unpriced);

        Assert.Null(habit.Judge(unpriced).RobustZ);
        Assert.Equal(priced, habit.Judge(unpriced).Priced);
        Assert.Equal(1_001, habit.Outflows);
        Assert.True(habit.Judge(unpriced).IsKnown);
    }

    [Fact]
    public void Judging_changes_nothing()
    {
        var habit = Learnt(2_000);
        byte[] before = Bytes(habit);
        foreach (var outflow in HabitStreams.Exchange(500, seed: 9))
        {
            habit.Judge(outflow);
        }

        Assert.Equal(before, Bytes(habit));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(300)]
    [InlineData(7_000)]
    [InlineData(70_000)]
    public void A_clone_and_a_habit_read_again_go_on_as_the_first(int outflows)
    {
        var first = Learnt(outflows);
        var clone = first.Clone();
        var read = WalletHabit.Read(Bytes(first), out int length);
        Assert.Equal(Bytes(first).Length, length);

        foreach (var outflow in HabitStreams.Exchange(3_000, seed: 2))
        {
            var later = outflow with { Time = outflow.Time.AddDays(300) };
            var verdict = first.Judge(later);
            Assert.Equal(verdict, clone.Judge(later));
            Assert.Equal(verdict, read.Judge(later));
            first.Learn(later);
            clone.Learn(later);
            read.Learn(later);
        }

        Assert.Equal(Bytes(first), Bytes(clone));
        Assert.Equal(Bytes(first), Bytes(read));
    }

    [Fact]
    public void A_copy_into_a_habit_that_learnt_more_goes_back_exactly()
    {
        var habit = Learnt(600);
        byte[] before = Bytes(habit);
        var kept = habit.Clone();
        foreach (var outflow in HabitStreams.Exchange(20_000, seed: 3))
        {
            habit.Learn(outflow);
        }

        kept.CopyTo(habit);

        Assert.Equal(before, Bytes(habit));
    }

    [Fact]
    public void Bytes_that_are_no_habit_are_refused_wherever_they_end()
    {
        byte[] whole = Bytes(Learnt(300));
        Assert.All(Enumerable.Range(0, whole.Length), length =>
            Assert.Throws<FormatException>(() => WalletHabit.Read(whole.AsSpan(0, length), out _)));

        whole[0] = 9;
        Assert.Contains("version 2", Assert.Throws<FormatException>(() => WalletHabit.Read(whole, out _)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_bytes_give_a_habit_or_a_refusal_but_nothing_else()
    {
        byte[] whole = Bytes(Learnt(5_000));
        var draws = new Draws(11);
        for (int i = 0; i < 2_000; i++)
        {
            byte[] damaged = [.. whole];
            damaged[draws.Below(damaged.Length)] = (byte)draws.Below(256);
            try
            {
                var habit = WalletHabit.Read(damaged, out _);
                foreach (var outflow in HabitStreams.Exchange(20, seed: i))
                {
                    habit.Judge(outflow);
                    habit.Learn(outflow);
                }
            }
            catch (FormatException)
            {
                // As it should.
            }
        }
    }

    [Fact]
    public void A_grown_habit_learns_and_judges_without_allocating()
    {
        var habit = Learnt(70_000);
        var outflows = HabitStreams.Exchange(2_000, seed: 4).ToList();
        foreach (var outflow in outflows)
        {
            habit.Judge(outflow);
            habit.Learn(outflow);
        }

        // The runtime may compile anew what has become hot, and allocates for that: so the best of some runs counts.
        Assert.Contains(0, Enumerable.Range(0, 5).Select(_ =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var outflow in outflows)
            {
                habit.Judge(outflow);
                habit.Learn(outflow);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }));
    }

    [Theory]
    [InlineData(0, 2_000)]
    [InlineData(20, 6_000)]
    [InlineData(70_000, 65_536)]
    public void Memory_stays_within_its_bound(int outflows, long most)
    {
        var learnt = Learnt(outflows);
        long before = GC.GetAllocatedBytesForCurrentThread();
        var clone = learnt.Clone();
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(bytes, 1, most);
        GC.KeepAlive(clone);
    }

    internal static byte[] Bytes(WalletHabit habit)
    {
        var buffer = new ArrayBufferWriter<byte>();
        habit.Write(buffer);
        return buffer.WrittenSpan.ToArray();
    }

    internal static WalletHabit Learnt(int outflows)
    {
        var habit = new WalletHabit();
        foreach (var outflow in HabitStreams.Exchange(outflows, seed: 1))
        {
            habit.Learn(outflow);
        }

        return habit;
    }
}

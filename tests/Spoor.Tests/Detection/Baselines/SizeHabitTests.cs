using Spoor.Detection.Baselines;

namespace Spoor.Tests.Detection.Baselines;

public sealed class SizeHabitTests
{
    [Fact]
    public void What_is_beyond_the_extreme_does_not_lift_it_however_often_it_comes()
    {
        var draws = new Draws(3);
        var habit = new SizeHabit();
        for (int i = 0; i < 600; i++)
        {
            habit.Learn(draws.Normal(3, 0.4), i);
        }

        long? before = habit.ExtremeDollars;
        for (int i = 0; i < 300; i++)
        {
            habit.Learn(6.5, 600 + i);
        }

        Assert.NotNull(before);
        Assert.Equal(before, habit.ExtremeDollars);
    }

    [Fact]
    public void Before_there_is_a_tail_the_extreme_is_that_of_a_normal_spread()
    {
        var draws = new Draws(5);
        var habit = new SizeHabit();
        Assert.Null(habit.LikelyExtremeDollars);
        for (int i = 0; i < 200; i++)
        {
            habit.Learn(draws.Normal(3, 0.4), i);
        }

        // 3 + 4.265 x 0.4 decades are 50,800 dollars.
        Assert.InRange(habit.LikelyExtremeDollars ?? 0, 25_000, 100_000);
    }
}

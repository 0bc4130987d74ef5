using Spoor.Workspace.Incidents;

namespace Spoor.Tests.Incidents;

/// <summary>What a report as of a day may tell: facts by the dates that they carry.</summary>
public sealed class KnownByTests
{
    [Fact]
    public void What_came_out_later_or_carries_no_day_is_left_out()
    {
        var all = IncidentLibrary.Open(null).Find("coinex-2023").Facts;

        var known = all.KnownBy(new(2023, 9, 12));

        Assert.Equal(("The theft from CoinEx", ""), (known.Title, known.Cause));
        Assert.NotEmpty(known.Timeline);
        Assert.All(known.Timeline, entry => Assert.True(entry.When.Day <= new DateOnly(2023, 9, 12), entry.What));
        Assert.NotEmpty(known.Wallets);
        Assert.All(known.Wallets, wallet => Assert.Contains(all.Sources, source => wallet.Sources.Contains(source.Key) && source.Published <= new DateOnly(2023, 9, 12)));
        Assert.True(known.Wallets.Count < all.Wallets.Count);
        Assert.DoesNotContain(known.LossStatements, said => said.Usd == 70_000_000);
        Assert.Equal((all.Id, all.Victim, all.Started), (known.Id, known.Victim, known.Started));
    }

    [Fact]
    public void By_a_late_day_all_that_carries_a_date_is_known()
    {
        var all = IncidentLibrary.Open(null).Find("coinex-2023").Facts;

        var known = all.KnownBy(new(2030, 1, 1));

        Assert.Equal(all.Timeline.Count, known.Timeline.Count);
        Assert.Equal(all.Findings.Count, known.Findings.Count);
        Assert.Equal(all.Sources.Count, known.Sources.Count);
    }
}

using Spoor.Detection;
using static Spoor.Tests.Detection.DrainStory;

namespace Spoor.Tests.Detection;

public sealed class RetractionTests
{
    [Fact]
    public void An_alert_whose_block_is_gone_is_retracted_and_may_come_again_under_a_new_number()
    {
        var story = Before();
        var theft = story.Block("hot", Move("hot", "thief", Eth, 4_947m));
        story.Give(theft);

        var told = story.Detector.Rewind(Ethereum, theft.Height - 1);

        Assert.Equal((AlertStage.Retracted, 2, AlertSeverity.Info), (Assert.Single(told).Stage, told[0].Number, told[0].Severity));
        var again = Assert.Single(story.Give(theft));
        Assert.Equal((story.Told[0].Alert, AlertStage.Start, 3), (again.Alert, again.Stage, again.Number));
    }

    [Fact]
    public void An_alert_that_lost_a_part_says_what_is_left()
    {
        var story = Before();
        story.Pay("hot", "thief", Eth, 4_947m);
        var second = story.Block("hot", Move("hot", "thief", Dai, 408_741m));
        story.Give(second);

        var told = story.Detector.Rewind(Ethereum, second.Height - 1);

        var notice = Assert.Single(told);
        Assert.Equal((AlertStage.Update, 3), (notice.Stage, notice.Number));
        Assert.Equal(story.Told[0].Gone, notice.Gone);
        Assert.Contains("reorganisation", notice.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reorganisation_that_removes_nothing_of_an_alert_tells_nothing()
    {
        var story = Before();
        story.Pay("hot", "thief", Eth, 4_947m);
        var empty = story.Block("hot", Move("hot", "customer", Eth, 0.1m));
        story.Give(empty);

        Assert.Empty(story.Detector.Rewind(Ethereum, empty.Height - 1));
    }

    [Fact]
    public void Going_back_below_what_is_final_says_what_to_do()
    {
        var story = Before();
        for (int i = 0; i < 70; i++)
        {
            story.Tick(Ethereum);
        }

        var fault = Assert.Throws<InvalidOperationException>(() => story.Detector.Rewind(Ethereum, 18_000_001));

        Assert.Contains("was taken as final", fault.Message, StringComparison.Ordinal);
        Assert.Contains("checkpoint", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_that_does_not_follow_is_refused()
    {
        var story = Before();
        story.Tick(Ethereum);

        var fault = Assert.Throws<ArgumentException>(() => story.Give(new() { Chain = Ethereum, Height = 18_000_001, Time = Begin, Transfers = [] }));

        Assert.Contains("rewind to 18000000", fault.Message, StringComparison.Ordinal);
    }

    private static DrainStory Before() =>
        new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, 5_080m), (Dai, 410_000m)))).Known("thief", 0);
}

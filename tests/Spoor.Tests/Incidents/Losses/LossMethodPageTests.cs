using Spoor.Incidents.Losses;
using Spoor.Valuation;

namespace Spoor.Tests.Incidents.Losses;

public sealed class LossMethodPageTests
{
    [Theory]
    [InlineData("loss-guard-same-transfer", "SameTransferOnce")]
    [InlineData("loss-guard-change", "ChangeBack")]
    [InlineData("loss-guard-own-rescue", "OwnRescue")]
    [InlineData("loss-guard-wrapped", "WrappedOnce")]
    [InlineData("loss-guard-bridged", "BridgedWhereHeld")]
    [InlineData("loss-guard-balance-drop", "BalanceDropCap")]
    [InlineData("loss-gross-net", "FirstMovement")]
    public void Every_guard_has_a_page_with_its_source_errors_and_tests(string page, string type)
    {
        string text = File.ReadAllText(Repository.File($"docs/methods/{page}.md"));

        Assert.NotNull(typeof(LossRow).Assembly.GetType($"Spoor.Incidents.Losses.Guards.{type}"));
        Assert.All([$"`{type}`", "**Idea.**", "**Source.**", "**Known errors.**", "**Held by.**"], part =>
            Assert.True(text.Contains(part, StringComparison.Ordinal), $"{page} lacks {part}"));
    }

    [Fact]
    public void Every_class_and_every_quality_is_on_its_page()
    {
        string classes = File.ReadAllText(Repository.File("docs/methods/loss-gross-net.md"));
        string prices = File.ReadAllText(Repository.File("docs/methods/prices.md"));

        Assert.All(LossClassNames.All.Where(name => name is not ("frozen" or "seized")), name => Assert.Contains($"`{name}`", classes, StringComparison.Ordinal));
        Assert.All(Enum.GetNames<PriceQuality>(), name => Assert.Contains($"| `{name}` |", prices, StringComparison.Ordinal));
    }
}

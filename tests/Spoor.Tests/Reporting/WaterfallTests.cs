using System.Xml.Linq;
using Spoor.Attribution;
using Spoor.Reporting;
using Spoor.Tests.Approved;
using Spoor.Tests.Attribution;

namespace Spoor.Tests.Reporting;

public sealed class WaterfallTests
{
    [Fact]
    public void The_bars_lead_from_the_prior_to_the_name()
    {
        var steps = Waterfall.Of(Assessment.Of(MadeCases.Request)).Steps;

        Assert.Equal(
            ["Prior: 5.0 %", "same-key-named 0x7549…Ac59", "One actor with Stake: 98.1 %", "Stake named by fbi-stake (A2)", "Lazarus Group: 73.6 %"],
            steps.Select(step => step.Name));
        Assert.Equal([-1.28m, 3m, 1.72m, -1.28m, 0.45m], steps.Select(step => decimal.Round(step.Log10, 2)));
        Assert.Equal([true, false, true, false, true], steps.Select(step => step.IsLevel));
    }

    [Fact]
    public void Each_change_begins_where_the_last_one_ended()
    {
        var alphapo = MadeCases.Alphapo with { Findings = MadeCases.Stake.Findings };
        var request = MadeCases.Request with { Against = [MadeCases.Stake with { Findings = [] }, alphapo] };
        var steps = Waterfall.Of(Assessment.Of(request)).Steps;

        Assert.Equal(6, steps.Count);
        Assert.All(steps.Zip(steps.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.IsLevel ? pair.Second.To : pair.Second.From));
    }

    [Fact]
    public void The_figure_reads_as_approved_and_is_well_formed()
    {
        string figure = WaterfallSvg.Of(Waterfall.Of(Assessment.Of(MadeCases.Request)));

        ApprovedText.Check("waterfall.svg", figure);
        Assert.Equal("svg", XDocument.Parse(figure).Root!.Name.LocalName);
        Assert.DoesNotContain("http", figure.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_counts_the_prior_stands_alone() =>
        Assert.Equal("Prior: 5.0 %", Assert.Single(Waterfall.Of(Assessment.Of(MadeCases.Request with { Links = [] })).Steps).Name);

    [Fact]
    public void A_long_name_gives_way_in_the_middle_and_is_whole_in_the_description()
    {
        string victim = new('V', 300);
        var waterfall = new Waterfall($"From prior to posterior: the theft from {victim}", [new($"One actor with {victim}: 98.1 %", 0, 1.7m, true)]);
        var texts = XDocument.Parse(WaterfallSvg.Of(waterfall)).Root!.Elements().ToLookup(one => one.Name.LocalName, one => one.Value);

        Assert.All(texts["text"], text => Assert.InRange(text.Length, 1, 100));
        Assert.Contains("One actor with VVVVVVVVVVVVVVVV…VVVV: 98.1 %", texts["text"]);
        Assert.Contains(victim, texts["title"].Single(), StringComparison.Ordinal);
        Assert.Contains(victim, texts["desc"].Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short", 20, "short")]
    [InlineData("twenty characters!!!", 20, "twenty characters!!!")]
    [InlineData("a name of more than twenty", 20, "a name … than twenty")]
    public void A_text_is_shortened_to_the_room_there_is(string text, int room, string shortened)
    {
        Assert.Equal(shortened, Written.Shortened(text, room));
        Assert.InRange(Written.Shortened(text, room).Length, 0, room);
    }

    [Fact]
    public void A_text_is_never_cut_inside_a_character() => Assert.All(
        Enumerable.Range(14, 30),
        room => Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(Written.Shortened(string.Concat(Enumerable.Repeat("🦊", 40)), room)))));

    [Fact]
    public void The_axis_ends_at_whole_powers_of_ten_and_holds_zero()
    {
        var scale = WaterfallScale.Of(new("t", [new("a", 0.2m, 1.1m, false)]));

        Assert.Equal((0, 2), (scale.Least, scale.Most));
        Assert.Equal((0m, 0.5m, 1m), (scale.ShareOf(0), scale.ShareOf(1), scale.ShareOf(2)));
    }
}

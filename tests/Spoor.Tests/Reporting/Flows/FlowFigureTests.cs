using System.Xml.Linq;
using Spoor.Reporting;
using Spoor.Reporting.Flows;
using Spoor.Tests.Tracing;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Tests.Reporting.Flows;

public sealed class FlowFigureTests
{
    public static TheoryData<int, int> Sizes => new() { { 1, 2 }, { 2, 12 }, { 3, 40 }, { 4, 120 }, { 5, 300 }, { 6, 300 }, { 7, 900 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void No_two_texts_overlap_and_none_leaves_the_paper(int seed, int addresses)
    {
        var drawing = FlowStory.FigureOf(FlowStory.Spread(seed, addresses)).Drawing;
        var boxes = drawing.Shapes.OfType<Shape.Text>().Where(text => text.Content.Length > 0).Select(BoxOf).ToList();

        Assert.True(boxes.Count > 3);
        Assert.All(boxes, box => Assert.True(box.Left >= 0 && box.Right <= drawing.Width && box.Top >= 0 && box.Bottom <= drawing.Height, $"{box} is not on the paper of {drawing.Width} × {drawing.Height}."));
        Assert.Empty(Pairs(boxes).Where(pair => pair.One.Overlaps(pair.Other)).Select(pair => $"{pair.One.Text} and {pair.Other.Text}"));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void No_two_boxes_overlap_and_no_band_crosses_a_box(int seed, int addresses)
    {
        var layout = FlowStory.FigureOf(FlowStory.Spread(seed, addresses)).Layout;
        var boxes = layout.Boxes.Select(box => new TextBox(box.X, box.Y, box.X + FlowLayout.BoxWidth, box.Y + box.Height, $"#{box.Node}")).ToList();

        Assert.Empty(Pairs(boxes).Where(pair => pair.One.Overlaps(pair.Other)).Select(pair => $"{pair.One.Text} and {pair.Other.Text}"));
        Assert.Empty(
            from band in layout.Bands
            from lane in band.Points.Zip(band.Points.Skip(1)).Where(pair => pair.Second.X - pair.First.X == FlowLayout.BoxWidth)
            let place = new TextBox(lane.First.X, lane.First.Y - (band.Width / 2), lane.Second.X, lane.First.Y + (band.Width / 2), "lane")
            from box in boxes
            where box.Overlaps(place)
            select $"{band.Edge} crosses {box.Text}");
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Folding_loses_no_address_and_no_value(int seed, int addresses)
    {
        var figure = FlowStory.FigureOf(FlowStory.Spread(seed, addresses));

        Assert.Equal(figure.Whole.Nodes.SelectMany(node => node.Places).Order(), figure.Graph.Nodes.SelectMany(node => node.Places).Order());
        Assert.Equal(Sum(figure.Whole.Nodes.Select(node => node.Rest)), Sum(figure.Graph.Nodes.Select(node => node.Rest)));
        Assert.Equal(figure.Whole.Stolen, figure.Graph.Stolen);
        Assert.Equal(figure.Whole.Stolen, Sum(figure.Graph.Nodes.Select(node => node.Rest)));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_figure_stays_legible_however_many_addresses_there_are(int seed, int addresses)
    {
        var figure = FlowStory.FigureOf(FlowStory.Spread(seed, addresses));

        Assert.True(figure.Layout.Fits);
        Assert.InRange(figure.Graph.Nodes.Count, 2, 60);
        Assert.InRange(figure.Drawing.Width, 300, 1_600);
        Assert.InRange(figure.Drawing.Height, 150, 1_200);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_band_leads_from_what_was_reached_earlier_to_what_was_reached_later(int seed, int addresses)
    {
        var figure = FlowStory.FigureOf(FlowStory.Spread(seed, addresses));

        Assert.All(figure.Layout.Bands, band =>
        {
            Assert.True(figure.Graph.Nodes[band.Edge.From].First <= figure.Graph.Nodes[band.Edge.To].First);
            Assert.True(band.Points[0].X < band.Points[^1].X);
        });
    }

    [Fact]
    public void A_chain_of_a_thousand_addresses_is_folded_between_its_ends()
    {
        var figure = FlowStory.FigureOf(FlowStory.Chain(1_000));

        Assert.InRange(figure.Graph.Nodes.Count, 3, 8);
        Assert.Contains(figure.Graph.Nodes, node => node.Places.Count > 900);
        Assert.Contains(figure.Graph.Nodes, node => node is { IsFolded: false, Held.IsZero: false } && node.Places[0].Address == Story.At("a999"));
    }

    [Fact]
    public void The_larger_of_two_parts_has_the_wider_band()
    {
        var trace = new Story().Pay("victim", "thief", 100).Pay("thief", "large", 75).Pay("thief", "small", 25).Trace(TaintRule.Fifo, Story.Theft(0));

        var bands = FlowStory.FigureOf(trace).Layout.Bands.Where(band => band.Edge.From == 1).OrderByDescending(band => band.Edge.Amount).ToList();

        Assert.Equal([75, 25], bands.Select(band => (int)band.Edge.Amount.Units));
        Assert.Equal(3 * bands[1].Width, bands[0].Width);
    }

    [Fact]
    public void What_goes_back_to_an_earlier_address_is_told_in_words()
    {
        var trace = new Story().Pay("victim", "thief", 100).Pay("thief", "friend", 60).Pay("friend", "thief", 20).Trace(TaintRule.Fifo, Story.Theft(0));

        var figure = FlowStory.FigureOf(trace);

        Assert.DoesNotContain(figure.Layout.Bands, band => band.Edge.From > band.Edge.To);
        Assert.Contains(figure.Layout.Boxes[2].Lines, line => line.StartsWith("back to #1", StringComparison.Ordinal));
    }

    [Fact]
    public void A_figure_is_the_same_bytes_each_time_and_well_formed()
    {
        string first = SvgText.Of(FlowStory.FigureOf(FlowStory.Spread(5, 300)).Drawing);

        Assert.Equal(first, SvgText.Of(FlowStory.FigureOf(FlowStory.Spread(5, 300)).Drawing));
        Assert.Equal("svg", XDocument.Parse(first).Root!.Name.LocalName);
        Assert.DoesNotContain("http", first.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_sign_has_a_shape_of_its_own_and_a_meaning()
    {
        Assert.Equal(FlowMark.All.Count, FlowMark.All.Select(mark => string.Join(' ', mark.Corners)).Distinct().Count());
        Assert.All(FlowMark.All, mark => Assert.NotEmpty(mark.Meaning));
        Assert.All(Enum.GetValues<StopReason>(), reason => Assert.Single(FlowMark.Of(new() { Places = [], First = Story.Begin, Stops = [(new(reason, null), new(1))] })));
    }

    private static TextBox BoxOf(Shape.Text text)
    {
        decimal width = TextRoom.Of(text.Content) * (text.Style.EndsWith("small", StringComparison.Ordinal) ? 1 : 13m / 12);
        decimal left = text.Anchor switch { "middle" => text.X - (width / 2), "end" => text.X - width, _ => text.X };
        return new(left, text.Y - 11, left + width, text.Y + 3, text.Content);
    }

    private static IEnumerable<(TextBox One, TextBox Other)> Pairs(List<TextBox> boxes) =>
        boxes.SelectMany((one, i) => boxes.Skip(i + 1).Select(other => (one, other)));

    private static Amount Sum(IEnumerable<Amount> amounts) => amounts.Aggregate(Amount.Zero, (sum, amount) => sum + amount);

    private sealed record TextBox(decimal Left, decimal Top, decimal Right, decimal Bottom, string Text)
    {
        public bool Overlaps(TextBox other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}

using Spoor.Labels;
using Spoor.Reporting;
using Spoor.Reporting.Flows;
using Spoor.Reporting.Flows.Views;
using Spoor.Tests.Tracing;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Tests.Reporting.Flows.Views;

/// <summary>What a view leaves of a flow: never more than can be drawn, and never other books.</summary>
public sealed class FlowSceneTests
{
    public static TheoryData<int, int> Sizes => new() { { 1, 2 }, { 2, 12 }, { 3, 40 }, { 4, 120 }, { 5, 300 }, { 7, 1_500 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void No_more_boxes_are_drawn_than_were_asked_for_and_none_is_lost(int seed, int addresses)
    {
        var map = MapOf(FlowStory.Spread(seed, addresses));
        foreach (int boxes in new[] { 1, 7, 40, 250, FlowView.MaxBoxes, 10_000 })
        {
            var scene = FlowScene.Of(map, FlowView.Start.AtMost(boxes));

            Assert.InRange(scene.Graph.Nodes.Count, 1, Math.Min(Math.Max(boxes, 3), FlowView.MaxBoxes));
            Assert.Equal(map.Graph.Nodes.SelectMany(node => node.Places).Order(), scene.Graph.Nodes.SelectMany(node => node.Places).Order());
            Assert.Equal(map.Graph.Stolen, Sum(scene.Graph.Nodes.Select(node => node.Rest)));
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Whatever_is_chosen_by_hand_no_more_than_the_limit_is_drawn(int seed, int addresses)
    {
        var map = MapOf(FlowStory.Spread(seed, addresses));
        var places = map.Graph.Nodes.Skip(1).Select(node => node.Places[0]).ToList();
        var view = places.Take(300).Aggregate(FlowView.Start.AtMost(FlowView.MaxBoxes).Show(places.Take(FlowView.MaxPlaces)), (now, place) => now.Pin(place, 1, 1));

        Assert.InRange(FlowScene.Of(map, view).Graph.Nodes.Count, 1, FlowView.MaxBoxes);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Hiding_changes_no_book_and_no_amount_of_what_stays(int seed, int addresses)
    {
        var map = MapOf(FlowStory.Spread(seed, addresses));
        var all = FlowScene.Of(map, FlowView.Start);
        var hidden = all.Graph.Nodes.Where(node => node.Places.Count == 1).Select(node => node.Places[0]).Where((_, i) => i % 3 == 0).ToList();

        var scene = FlowScene.Of(map, FlowView.Start.Hide(hidden));

        Assert.Same(all.Map.Book, scene.Map.Book);
        Assert.Equal(all.Graph.Stolen, scene.Graph.Stolen);
        Assert.DoesNotContain(scene.Graph.Nodes, node => node.Places.Count == 1 && hidden.Contains(node.Places[0]));
        Assert.Equal(hidden.Count, scene.Hidden.Count);
        Assert.All(scene.Graph.Nodes.Where(node => node.Places.Count == 1), node => Assert.Equal(map.Graph.Nodes[map.NumberOf(node.Places[0])!.Value].Received, node.Received));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Hiding_moves_no_box_and_no_band_that_stays(int seed, int addresses)
    {
        var map = MapOf(FlowStory.Spread(seed, addresses));
        var all = FlowScene.Of(map, FlowView.Start);
        var view = FlowView.Start.Hide(all.Graph.Nodes.Where(node => node.Places.Count == 1).Select(node => node.Places[0]).Where((_, i) => i % 3 == 0));

        var after = FlowScene.Of(map, view, all);
        var opened = FlowScene.Of(map, view);

        Assert.All(after.Layout.Boxes, (box, i) => Assert.Equal(i, box.Node));
        Assert.All(after.Layout.Boxes, box => Assert.Equal(all.Layout.Boxes[all.Find(after.KeyOf(box.Node))!.Value] with { Node = box.Node }, box));
        Assert.All(after.Layout.Bands, band => Assert.Contains(all.Layout.Bands, one => (all.KeyOf(one.Edge.From), all.KeyOf(one.Edge.To)) == (after.KeyOf(band.Edge.From), after.KeyOf(band.Edge.To)) && one.Points == band.Points));
        Assert.Equal(after.Graph.Edges.Count(edge => edge.From < edge.To), after.Layout.Bands.Count);
        Assert.Equal(Written(after), Written(opened));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_movements_behind_the_bands_add_up_to_them(int seed, int addresses)
    {
        var scene = FlowScene.Of(MapOf(FlowStory.Spread(seed, addresses)), FlowView.Start);

        Assert.All(scene.Graph.Edges, edge => Assert.Equal(edge.Amount, Sum(scene.Map.Between(scene.Graph.Nodes[edge.From].Places, scene.Graph.Nodes[edge.To].Places).Select(move => move.Amount))));
    }

    [Fact]
    public void What_stood_before_stands_again_as_it_was_and_as_if_it_were_made_anew()
    {
        var map = MapOf(FlowStory.Spread(4, 120));
        var place = map.Graph.Nodes[1].Places[0];
        var first = FlowScene.Of(map, FlowView.Start.AtMost(20));
        var other = FlowScene.Of(map, FlowView.Start.AtMost(60), first);
        var noted = FlowScene.Of(map, FlowView.Start.AtMost(60).Note(place, "first stop"), other);

        var again = FlowScene.Of(map, FlowView.Start.AtMost(20), noted);

        Assert.Same(first.Layout, again.Layout);
        Assert.NotSame(first.Layout, noted.Layout);
        Assert.Equal(StandsOf(FlowScene.Of(map, FlowView.Start.AtMost(20))), StandsOf(again));
    }

    [Fact]
    public void Folding_behind_a_box_hides_what_comes_only_through_it_and_unfolding_shows_it_again()
    {
        var map = MapOf(FlowStory.Chain(8));
        var third = Place("a3");

        var folded = FlowScene.Of(map, FlowView.Start.Fold(third));
        var opened = FlowScene.Of(map, FlowView.Start.Fold(third).Fold(third));

        Assert.Equal(6, folded.Graph.Nodes.Count);
        Assert.Equal(4, folded.FoldedAddresses);
        Assert.Equal("+4 more", folded.Layout.Boxes.Single(box => folded.Graph.Nodes[box.Node].IsFolded).Lines[0]);
        Assert.Equal(9, opened.Graph.Nodes.Count);
    }

    [Fact]
    public void A_pin_holds_its_box_where_it_was_put_and_the_bands_come_along()
    {
        var scene = FlowScene.Of(MapOf(FlowStory.Chain(4)), FlowView.Start.Pin(Place("a1"), 700, 900));
        int number = scene.Find(FlowScene.KeyOf(scene.Map.Graph.Nodes[scene.Map.NumberOf(Place("a1"))!.Value]))!.Value;
        var box = scene.Layout.Boxes[number];

        Assert.Equal((700m, 900m), (box.X, box.Y));
        Assert.All(scene.Layout.Bands.Where(band => band.Edge.To == number), band => Assert.InRange(band.Points[^1].Y, box.Y, box.Y + box.Height));
        Assert.All(scene.Layout.Bands.Where(band => band.Edge.To == number), band => Assert.Equal(box.X, band.Points[^1].X));
        Assert.All(scene.Layout.Bands.Where(band => band.Edge.From == number), band => Assert.Equal(box.X + FlowLayout.BoxWidth, band.Points[0].X));
    }

    [Fact]
    public void A_hub_says_how_many_counterparties_it_has_and_is_not_expanded()
    {
        var node = new FlowNode { Places = [Place("hub")], First = Story.Begin, Stops = [(new TraceStop(StopReason.Degree, null) { Why = "41,230 counterparties" }, new Amount(5))] };

        Assert.Equal("hub, 41,230 counterparties, not expanded", FlowScene.HubOf(node));
    }

    [Fact]
    public void A_search_finds_addresses_names_and_transactions()
    {
        var map = MapOf(FlowStory.Chain(4), new([new() { Subject = new LabelSubject.OfAddress(Story.Chain, Story.At("a2")), Learned = DateOnly.MinValue, Name = "Fence & Sons", Category = "exchange", Source = "test" }]));

        Assert.Equal(Place("a2"), Assert.Single(map.Find("fence", 5)));
        Assert.Equal(Place("a1"), Assert.Single(map.Find(Place("a1").ToString().ToUpperInvariant(), 5)));
        Assert.Empty(map.Find("nobody", 5));
    }

    [Fact]
    public void The_table_of_what_is_shown_holds_every_movement_once_and_no_formula()
    {
        var scene = FlowScene.Of(MapOf(FlowStory.Spread(4, 60)), FlowView.Start);
        using var text = new StringWriter();
        FlowCsv.Write(scene, text);

        Assert.Equal(scene.Graph.Edges.Sum(edge => scene.Map.Between(scene.Graph.Nodes[edge.From].Places, scene.Graph.Nodes[edge.To].Places).Count) + 1, text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static IEnumerable<string> StandsOf(FlowScene scene) =>
        scene.Layout.Boxes.Select(box => $"{scene.KeyOf(box.Node)} {box.X} {box.Y} {string.Join('|', box.Lines)}");

    private static FlowPlace Place(string name) => new(Story.Chain, Story.At(name));

    private static FlowMap MapOf(Trace trace, LabelBook? labels = null) =>
        new(trace, null, Story.Coin, new("Example Exchange", labels ?? LabelBook.Empty, new(TokenList.Builtin)), FlowWorth.Unknown);

    private static string Written(FlowScene scene) => SvgText.Of(scene.Draw("Flow"));

    private static Amount Sum(IEnumerable<Amount> amounts) => amounts.Aggregate(Amount.Zero, (sum, amount) => sum + amount);
}

using System.Buffers.Text;
using CsCheck;
using Spoor.Reporting.Flows;
using Spoor.Reporting.Flows.Views;
using Spoor.Tests.Tracing;
using Spoor.Tracing;

namespace Spoor.Tests.Reporting.Flows.Views;

/// <summary>Laws of looking at a flow: what was done can be undone, and a link opens the same view.</summary>
public sealed class FlowViewTests
{
    private static readonly Gen<FlowPlace> Places = Gen.Int[0, 30].Select(Gen.Bool, (number, isBitcoin) =>
        isBitcoin ? new FlowPlace(Story.Bitcoin, number == 0 ? null : Story.Wallet($"w{number}")) : new FlowPlace(Story.Chain, Story.At($"a{number}")));

    private static readonly Gen<Func<FlowView, FlowView>> Acts = Gen.OneOf<Func<FlowView, FlowView>>(
        Places.List[1, 4].Select(places => (Func<FlowView, FlowView>)(view => view.Show(places))),
        Places.List[1, 4].Select(places => (Func<FlowView, FlowView>)(view => view.Hide(places))),
        Places.Select(place => (Func<FlowView, FlowView>)(view => view.Fold(place))),
        Gen.Select(Places, Gen.Int[-10, 200_000], Gen.Int[0, 5_000], (place, x, y) => (Func<FlowView, FlowView>)(view => view.Pin(place, x, y))),
        Places.Select(place => (Func<FlowView, FlowView>)(view => view.Unpin(place))),
        Gen.Select(Places, Gen.String[0, 400], (place, text) => (Func<FlowView, FlowView>)(view => view.Note(place, new([.. text.Where(letter => !char.IsSurrogate(letter))])))),
        Places.Select(place => (Func<FlowView, FlowView>)(view => view.FollowThrough(place))),
        Places.Select(place => (Func<FlowView, FlowView>)(view => view.Stop(place))),
        Gen.Int[0, TaintRule.All.Count - 1].Select(number => TaintRule.All[number]).Select(rule => (Func<FlowView, FlowView>)(view => view.By(rule))),
        Gen.Int[-5, 900].Select(boxes => (Func<FlowView, FlowView>)(view => view.AtMost(boxes))),
        Places.List[0, 5].Select(places => (Func<FlowView, FlowView>)(view => view.Select(places))),
        Gen.Const((Func<FlowView, FlowView>)(view => view.ShowHidden())),
        Gen.Const((Func<FlowView, FlowView>)(view => view.Of(Story.Dollar))));

    private static readonly Gen<FlowView> Views = Acts.List[0, 12].Select(acts => acts.Aggregate(FlowView.Start, (view, act) => act(view)));

    [Fact]
    public void Undoing_everything_leads_back_and_doing_it_again_leads_forth() =>
        Gen.Select(Views, Acts.List[1, 30]).Sample((start, acts) =>
        {
            var done = acts.Aggregate(new FlowHistory(start), (history, act) => history.Do(act(history.Now)));
            var undone = acts.Aggregate(done, (history, _) => history.Undo());
            var again = acts.Aggregate(undone, (history, _) => history.Redo());

            return ReferenceEquals(undone.Now, start) && !undone.CanUndo && ReferenceEquals(again.Now, done.Now) && !again.CanRedo;
        });

    [Fact]
    public void An_act_after_undoing_forgets_what_was_undone()
    {
        var history = new FlowHistory(FlowView.Start).Do(FlowView.Start.AtMost(100)).Undo().Do(FlowView.Start.AtMost(20));

        Assert.False(history.CanRedo);
        Assert.Equal(20, history.Redo().Now.Boxes);
        Assert.Equal(FlowView.Start, history.Undo().Now);
    }

    [Fact]
    public void A_selection_is_no_act()
    {
        var history = new FlowHistory(FlowView.Start).Replace(FlowView.Start.Select([new(Story.Chain, Story.At("a1"))]));

        Assert.False(history.CanUndo);
        Assert.Single(history.Now.Selected);
    }

    [Fact]
    public void A_link_opens_the_same_view() => Views.Sample(view => FlowViewText.Of(view) is not { } text || Same(FlowViewText.Parse(text), view));

    [Fact]
    public void The_same_view_has_the_same_link_and_another_has_another() =>
        Gen.Select(Views, Views).Sample((one, other) => FlowViewText.Of(one) is not { } text || (text == FlowViewText.Of(other)) == Same(one, other));

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("2BmhhaXJjdXQ")]
    [InlineData("1<script>alert(1)</script>")]
    [InlineData("1../../etc/passwd")]
    [InlineData("1____________________")]
    [InlineData("1AAAAAAAAAAAAAAAAAAAA")]
    [InlineData("1 BmhhaXJjdXQ")]
    public void What_is_no_view_is_refused_in_words(string text) => Assert.StartsWith("v: ", Assert.Throws<FormatException>(() => FlowViewText.Parse(text)).Message is var message && message.StartsWith("Expected a taint rule", StringComparison.Ordinal) ? "v: " : message, StringComparison.Ordinal);

    [Fact]
    public void A_text_that_was_changed_anywhere_is_refused_or_another_view_and_never_anything_else() =>
        Gen.Select(Views, Gen.Int[0, 5_999], Gen.Byte).Sample((view, at, change) =>
        {
            if (FlowViewText.Of(view) is not { } text)
            {
                return true;
            }

            byte[] bytes = Base64Url.DecodeFromChars(text.AsSpan(1));
            bytes[at % bytes.Length] ^= change;
            string changed = $"1{Base64Url.EncodeToString(bytes)}";
            try
            {
                return FlowViewText.Of(FlowViewText.Parse(changed)) == changed;
            }
            catch (FormatException)
            {
                return true;
            }
        });

    [Fact]
    public void Too_long_a_text_is_refused_before_it_is_read() =>
        Assert.Contains("6000", Assert.Throws<FormatException>(() => FlowViewText.Parse($"1{new string('A', FlowViewText.MaxLetters)}")).Message, StringComparison.Ordinal);

    [Fact]
    public void More_places_than_a_link_can_hold_are_refused()
    {
        var many = Enumerable.Range(0, FlowView.MaxPlaces + 1).Select(number => new FlowPlace(Story.Chain, Story.At($"m{number}"))).ToList();

        Assert.Contains("401", Assert.Throws<FormatException>(() => FlowView.Start.Show(many)).Message, StringComparison.Ordinal);
        Assert.Null(FlowViewText.Of(FlowView.Start.Hide(many.Take(FlowView.MaxPlaces))));
    }

    private static bool Same(FlowView one, FlowView other) =>
        one.Rule == other.Rule && one.Asset == other.Asset && one.Boxes == other.Boxes
        && one.Shown.SetEquals(other.Shown) && one.Folded.SetEquals(other.Folded) && one.Hidden.SetEquals(other.Hidden)
        && one.Through.SetEquals(other.Through) && one.StopAt.SetEquals(other.StopAt) && one.Selected.SetEquals(other.Selected)
        && one.Pinned.SequenceEqual(other.Pinned) && one.Notes.SequenceEqual(other.Notes);
}

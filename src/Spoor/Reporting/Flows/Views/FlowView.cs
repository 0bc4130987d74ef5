using System.Collections.Immutable;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Reporting.Flows.Views;

/// <summary>How somebody looks at a flow: what they asked for and what they did to the picture. All of it fits a link.</summary>
/// <remarks>Every act gives another view and changes nothing; places that a trace does not reach are kept, because another rule may.</remarks>
public sealed record FlowView
{
    /// <summary>Boxes drawn at once, at most.</summary>
    public const int MaxBoxes = 500;

    /// <summary>Places in any of the lists, at most.</summary>
    public const int MaxPlaces = 400;

    /// <summary>Addresses to follow through or to stop at, at most.</summary>
    public const int MaxStops = 100;

    /// <summary>Notes, at most, and letters of one.</summary>
    public const int MaxNotes = 50;
    public const int MaxNote = 160;

    /// <summary>Where a box can be put, in pixels.</summary>
    public const int MaxPixel = 100_000;

    private const int UsualBoxes = 40;

    public static readonly FlowView Start = new();

    /// <summary>How value is followed.</summary>
    public TaintRule Rule { get; init; } = TaintRule.Haircut;

    /// <summary>The stolen asset whose way is shown; null for the first.</summary>
    public AssetId? Asset { get; init; }

    /// <summary>So many boxes are shown, those that matter most, besides those asked for.</summary>
    public int Boxes { get; init; } = UsualBoxes;

    /// <summary>Shown whatever they carry.</summary>
    public ImmutableSortedSet<FlowPlace> Shown { get; init; } = [];

    /// <summary>What value reached only through these is folded.</summary>
    public ImmutableSortedSet<FlowPlace> Folded { get; init; } = [];

    /// <summary>Not drawn; the books have them all the same.</summary>
    public ImmutableSortedSet<FlowPlace> Hidden { get; init; } = [];

    /// <summary>Followed through whatever speaks for a stop.</summary>
    public ImmutableSortedSet<FlowPlace> Through { get; init; } = [];

    /// <summary>Not followed beyond.</summary>
    public ImmutableSortedSet<FlowPlace> StopAt { get; init; } = [];

    public ImmutableSortedSet<FlowPlace> Selected { get; init; } = [];

    /// <summary>Never folded, and where they stand: the upper left corner in pixels of the picture.</summary>
    public ImmutableSortedDictionary<FlowPlace, (int X, int Y)> Pinned { get; init; } = ImmutableSortedDictionary<FlowPlace, (int X, int Y)>.Empty;

    /// <summary>What somebody wrote beside a place.</summary>
    public ImmutableSortedDictionary<FlowPlace, string> Notes { get; init; } = ImmutableSortedDictionary<FlowPlace, string>.Empty;

    /// <summary>Shows places, and what was folded behind them.</summary>
    public FlowView Show(IEnumerable<FlowPlace> places)
    {
        List<FlowPlace> wanted = [.. places];
        return this with { Shown = Within(Shown.Union(wanted), MaxPlaces), Folded = Folded.Except(wanted), Hidden = Hidden.Except(wanted) };
    }

    /// <summary>Folds what value reached only through a place, or unfolds it again.</summary>
    public FlowView Fold(FlowPlace place) => this with { Folded = Within(Toggled(Folded, place), MaxPlaces) };

    public FlowView Hide(IEnumerable<FlowPlace> places)
    {
        var hidden = Within(Hidden.Union(places), MaxPlaces);
        return this with { Hidden = hidden, Selected = Selected.Except(hidden) };
    }

    public FlowView ShowHidden() => this with { Hidden = [] };

    /// <summary>Holds a place where it is put.</summary>
    public FlowView Pin(FlowPlace place, int x, int y) =>
        this with { Pinned = Within(Pinned.SetItem(place, (Math.Clamp(x, 0, MaxPixel), Math.Clamp(y, 0, MaxPixel))), MaxPlaces) };

    public FlowView Unpin(FlowPlace place) => this with { Pinned = Pinned.Remove(place) };

    /// <summary>Writes beside a place; nothing takes the note away.</summary>
    public FlowView Note(FlowPlace place, string text)
    {
        string note = text.Trim();
        note = note.Length > MaxNote ? note[..(char.IsHighSurrogate(note[MaxNote - 1]) ? MaxNote - 1 : MaxNote)].TrimEnd() : note;
        return this with { Notes = note.Length == 0 ? Notes.Remove(place) : Within(Notes.SetItem(place, note), MaxNotes) };
    }

    /// <summary>Follows through a place, or no more.</summary>
    public FlowView FollowThrough(FlowPlace place) =>
        this with { Through = Within(Toggled(Through, place), MaxStops), StopAt = StopAt.Remove(place) };

    /// <summary>Stops at a place, or no more.</summary>
    public FlowView Stop(FlowPlace place) =>
        this with { StopAt = Within(Toggled(StopAt, place), MaxStops), Through = Through.Remove(place) };

    public FlowView Select(IEnumerable<FlowPlace> places) => this with { Selected = [.. places.Take(MaxPlaces)] };

    public FlowView By(TaintRule rule) => this with { Rule = rule };

    public FlowView Of(AssetId asset) => this with { Asset = asset };

    public FlowView AtMost(int boxes) => this with { Boxes = Math.Clamp(boxes, 1, MaxBoxes) };

    /// <summary>Whether two views ask for the same trace.</summary>
    public bool TracesAs(FlowView other) => Rule == other.Rule && Through.SetEquals(other.Through) && StopAt.SetEquals(other.StopAt);

    private static ImmutableSortedSet<FlowPlace> Toggled(ImmutableSortedSet<FlowPlace> places, FlowPlace place) =>
        places.Remove(place) is var without && without.Count < places.Count ? without : places.Add(place);

    private static ImmutableSortedSet<FlowPlace> Within(ImmutableSortedSet<FlowPlace> places, int most) => places.Count <= most
        ? places
        : throw new FormatException($"Expected at most {most} addresses chosen by hand, found {places.Count}: show more boxes by their weight, or undo some.");

    private static ImmutableSortedDictionary<FlowPlace, T> Within<T>(ImmutableSortedDictionary<FlowPlace, T> places, int most) => places.Count <= most
        ? places
        : throw new FormatException($"Expected at most {most} pins or notes, found {places.Count}.");
}

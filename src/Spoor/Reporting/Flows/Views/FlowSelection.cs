namespace Spoor.Reporting.Flows.Views;

/// <summary>Which boxes a view leaves standing, and what becomes of the others.</summary>
internal sealed class FlowSelection
{
    private readonly FlowMap _map;
    private readonly FlowView _view;
    private readonly HashSet<int> _never;
    private readonly HashSet<int> _asked;

    public FlowSelection(FlowMap map, FlowView view)
    {
        (_map, _view) = (map, view);
        var held = map.NumbersOf(view.Pinned.Keys);
        _never = map.Behind(map.NumbersOf(view.Folded));
        _never.ExceptWith(held);
        var asked = map.NumbersOf(view.Shown.Concat(view.Pinned.Keys).Concat(view.Notes.Keys).Concat(view.Folded));
        asked.ExceptWith(_never);

        // The victim and what is folded need a box each, too.
        _asked = [.. asked.OrderByDescending(node => map.Graph.Nodes[node].Received).ThenBy(node => node).Take(FlowView.MaxBoxes - 2)];
    }

    /// <summary>Whether two views leave the same boxes standing, with the same notes in them; what they hide is taken away after.</summary>
    public static bool IsSame(FlowView one, FlowView other) =>
        one.Boxes == other.Boxes && one.Shown.SetEquals(other.Shown) && one.Folded.SetEquals(other.Folded)
        && one.Pinned.Keys.SequenceEqual(other.Pinned.Keys) && one.Notes.SequenceEqual(other.Notes);

    /// <summary>As many of the boxes that matter most as fit beside those asked for; never more than may be drawn.</summary>
    public FlowGraph Folded()
    {
        if (Fits(_view.Boxes))
        {
            return Kept(_view.Boxes);
        }

        int fits = 0;
        for (int high = _view.Boxes; high - fits > Math.Max(1, _view.Boxes / 50);)
        {
            int middle = (fits + high) / 2;
            (fits, high) = Fits(middle) ? (middle, high) : (fits, middle);
        }

        return fits > 0 || Fits(0) ? Kept(fits) : FlowFolding.Folded(_map.Graph, Stay(0), asOne: true);
    }

    private bool Fits(int count) => FlowFolding.CountOf(_map.Graph, Stay(count)) <= Math.Min(FlowView.MaxBoxes, _view.Boxes + _asked.Count);

    private FlowGraph Kept(int count) => FlowFolding.Folded(_map.Graph, Stay(count), asOne: false);

    private HashSet<int> Stay(int count)
    {
        var stay = _map.Ranking.First(count, _never);
        stay.UnionWith(_asked);
        return stay;
    }
}

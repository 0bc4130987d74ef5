using System.Collections.Immutable;

namespace Spoor.Reporting.Flows.Views;

/// <summary>A view, those before it and those that were undone.</summary>
public sealed record FlowHistory(FlowView Now)
{
    // Beyond this the oldest acts can no longer be undone.
    private const int MaxKept = 200;

    private ImmutableList<FlowView> Past { get; init; } = [];

    private ImmutableStack<FlowView> Undone { get; init; } = [];

    public bool CanUndo => Past.Count > 0;

    public bool CanRedo => !Undone.IsEmpty;

    /// <summary>An act, after which nothing that was undone before can be done again.</summary>
    public FlowHistory Do(FlowView next) => new(next) { Past = (Past.Count == MaxKept ? Past.RemoveAt(0) : Past).Add(Now) };

    /// <summary>A change that is no act, such as another selection.</summary>
    public FlowHistory Replace(FlowView next) => this with { Now = next };

    public FlowHistory Undo() => CanUndo ? new(Past[^1]) { Past = Past.RemoveAt(Past.Count - 1), Undone = Undone.Push(Now) } : this;

    public FlowHistory Redo() => CanRedo ? new(Undone.Peek()) { Past = Past.Add(Now), Undone = Undone.Pop() } : this;
}

using Spoor.Tracing;
using Spoor.Tracing.Bounds;
using Spoor.Transfers;

namespace Spoor.Cli.Output;

/// <summary>Bounds for a reader: a column beside the amounts, and a word below them.</summary>
internal static class BoundsText
{
    private const int MaxNamed = 5;

    public const string Column = ">[Least, most]";

    public static string Of(TaintBounds bounds, AssetId asset, Address? address, AmountText amounts) =>
        bounds.Of(asset, address) is { } found ? $"[{amounts.Of(asset, found.Lower)}, {amounts.Of(asset, found.Upper)}]" : "";

    /// <summary>What the column means, or why it is empty.</summary>
    public static void WriteNote(Terminal terminal, Trace trace, TaintBounds bounds, AmountText amounts)
    {
        if (bounds.Gap is not null)
        {
            terminal.Line($"  [Least, most] is left out: more than {Counted.Of(TaintBounds.MaxMovements)} movements could have carried this value (docs/methods/bounds.md).");
            return;
        }

        string happened = trace.Request.Direction == TraceDirection.Out ? "ended" : "come from";
        terminal.Line($"  [Least, most]: what must and what can have {happened} there, whatever rule divides mixed money (docs/methods/bounds.md).");
        if (bounds.Swapped.Count > 0)
        {
            terminal.Line($"  It is left out for {string.Join(", ", bounds.Swapped.Take(MaxNamed).Select(amounts.ShortNameOf))}{(bounds.Swapped.Count > MaxNamed ? $" and {Counted.Of(bounds.Swapped.Count - MaxNamed)} more" : "")}, at every place: value was swapped into or out of them somewhere, or outputs were cut off by their amount.");
        }

        int others = bounds.BeyondOf(trace).Count;
        if (others > 0)
        {
            terminal.Line($"  Another rule could leave value at {Counted.Of(others, "address", "addresses")} more (--json names them).");
        }
    }
}

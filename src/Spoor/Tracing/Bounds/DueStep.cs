using Spoor.Tracing.Engine;
using Spoor.Transfers;

namespace Spoor.Tracing.Bounds;

/// <summary>Something to be drawn at a transfer: a holding's next one, a claim, or a UTXO transaction.</summary>
internal readonly record struct DueStep(Transfer At, Timeline? Timeline, IReadOnlyList<Transfer>? Transaction)
{
    /// <summary>As a trace does things.</summary>
    public static IComparer<DueStep> InOrderOf(Orientation orientation)
    {
        var order = Due.InOrderOf(orientation);
        return Comparer<DueStep>.Create((a, b) => order.Compare(new(a.At, null, a.Transaction), new(b.At, null, b.Transaction)));
    }
}

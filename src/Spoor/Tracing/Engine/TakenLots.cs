using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

internal static class TakenLots
{
    /// <summary>The tainted units among the lots.</summary>
    public static Amount Tainted(this IEnumerable<TakenLot> lots)
    {
        var tainted = Amount.Zero;
        foreach (var (_, lot) in lots)
        {
            tainted += lot.IsTainted ? lot.Amount : Amount.Zero;
        }

        return tainted;
    }

    /// <inheritdoc cref="Tainted(IEnumerable{TakenLot})"/>
    public static Amount Tainted(this List<TakenLot> lots)
    {
        var tainted = Amount.Zero;
        foreach (var (_, lot) in lots)
        {
            tainted += lot.IsTainted ? lot.Amount : Amount.Zero;
        }

        return tainted;
    }

    /// <summary>What the lots stand for in the assets that were stolen.</summary>
    public static Amount Origin(this IEnumerable<TakenLot> lots)
    {
        var origin = Amount.Zero;
        foreach (var (_, lot) in lots)
        {
            origin += lot.Origin;
        }

        return origin;
    }
}

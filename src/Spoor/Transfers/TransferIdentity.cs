using System.Diagnostics.CodeAnalysis;

namespace Spoor.Transfers;

/// <summary>Says whether two transfers are the same movement, as <see cref="Transfer.Key"/> does, without building keys.</summary>
public sealed class TransferIdentity : IEqualityComparer<Transfer>
{
    public static readonly TransferIdentity Instance = new();

    private TransferIdentity()
    {
    }

    public bool Equals(Transfer? x, Transfer? y) =>
        ReferenceEquals(x, y)
        || (x is not null && y is not null
            && x.Tx == y.Tx && x.Kind == y.Kind && x.Occurrence == y.Occurrence && x.Amount == y.Amount
            && x.From == y.From && x.To == y.To && x.Output == y.Output && x.Asset == y.Asset);

    /// <remarks>Movements of one transaction mostly differ in amount or recipient; the rest is left to equality.</remarks>
    public int GetHashCode([DisallowNull] Transfer obj) =>
        HashCode.Combine(obj.Tx.Low, obj.Amount, obj.To, obj.Occurrence, obj.Output, obj.Kind);
}

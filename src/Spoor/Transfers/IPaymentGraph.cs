namespace Spoor.Transfers;

/// <summary>Who paid whom on one chain, by numbers: what a walk needs, and no transfer is made to tell it.</summary>
/// <remarks>What counts as a payment: see <see cref="TransferGraph"/>.</remarks>
public interface IPaymentGraph
{
    /// <summary>The number of an address; false when it never took part.</summary>
    bool TryNumber(Address address, out int number);

    Address AddressAt(int number);

    Position PositionOf(int rank);

    /// <summary>The lowest rank whose position is not before the given one; above all ranks when there is none.</summary>
    int RankFrom(Position position);

    /// <summary>The payments an address makes from a rank on and before another, in order of rank.</summary>
    /// <remarks>They hold until the next are asked for.</remarks>
    ReadOnlySpan<Payment> PaymentsOf(int number, int fromRank, int beforeRank);
}

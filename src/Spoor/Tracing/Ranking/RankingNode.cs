using Spoor.Transfers;

namespace Spoor.Tracing.Ranking;

/// <summary>An address that mass has reached.</summary>
internal sealed class RankingNode(Address address)
{
    public Address Address { get; } = address;

    public ChipPile Pile { get; } = new();

    /// <summary>Null until it was asked for, or while it is not at hand.</summary>
    public PaymentBook? Book { get; set; }

    public double Settled { get; set; }

    public double Held { get; set; }

    public bool IsSeed { get; set; }

    /// <summary>Whether its transfers were not at hand when its turn came: this run is not the last.</summary>
    public bool IsSetAside { get; set; }

    public double Score => Settled + Held;

    public void StartOver()
    {
        Pile.Clear();
        Settled = 0;
        Held = 0;
        IsSetAside = false;
    }
}

using Spoor.Labels;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Attribution.Linking;

/// <summary>An address where an incident's thief was: named by the incident, or reached by what was stolen.</summary>
internal sealed record Foothold
{
    /// <summary>As the chain has it.</summary>
    public required LabelSubject Subject { get; init; }

    /// <summary>The member it starts from; itself when it is named.</summary>
    public required CaseMember Member { get; init; }

    /// <summary>The transfers from the member; none when it is named.</summary>
    public required IReadOnlyList<Transfer> Steps { get; init; }

    /// <summary>Keys of the sources that name the member and stand.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>What of the theft came here; where it is named, only if the victim or another address of the thief paid it.</summary>
    public Contact? Contact { get; init; }

    /// <summary>Why the flow was not followed further; null where it was, or was named.</summary>
    public TraceStop? Stop { get; init; }

    public bool IsNamed => Steps.Count == 0;

    public ChainId? Chain => Subject is LabelSubject.OfAddress account ? account.Chain : null;

    public Address? Address => Subject is LabelSubject.OfAddress account ? account.Address : null;

    /// <summary>Null where Spoor does not read its chain.</summary>
    public (ChainId Chain, Address Address)? Place => Subject is LabelSubject.OfAddress { Chain: { } chain } account ? (chain, account.Address) : null;

    public LabelSubject Key => KeyIdentity.Of(Subject);

    public LinkPath Path => new(Member, Steps, Sources);
}

/// <summary>How much of a theft came to an address.</summary>
/// <param name="Tainted">The stolen units that came, by haircut.</param>
/// <param name="Stolen">All that the incident's addresses received of the asset.</param>
internal sealed record Contact(AssetId Asset, Amount Tainted, Amount Stolen)
{
    /// <summary>Whether it is at least this share of the theft, in millionths.</summary>
    public bool IsMaterial(long perMillion) =>
        (System.Numerics.BigInteger)Tainted.Units * 1_000_000 >= (System.Numerics.BigInteger)Stolen.Units * perMillion && !Tainted.IsZero;

    /// <summary>Which share of the theft it is, in millionths, rounded down.</summary>
    public System.Numerics.BigInteger PerMillion => Stolen.IsZero ? 0 : (System.Numerics.BigInteger)Tainted.Units * 1_000_000 / Stolen.Units;

    /// <summary>The share in per cent with three digits after the point.</summary>
    public string Share()
    {
        var milli = Stolen.IsZero ? 0 : (System.Numerics.BigInteger)Tainted.Units * 100_000 / Stolen.Units;
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{milli / 1000}.{milli % 1000:D3} %");
    }
}

namespace Spoor.Incidents.Ledger;

/// <summary>A heading of somebody else's figures beside our incidents that fall under it.</summary>
/// <param name="Theirs">Null where they publish no figure under the heading.</param>
public sealed record CategoryGap(string Heading, decimal? Theirs, decimal Ours, int Incidents)
{
    public decimal Difference => (Theirs ?? 0m) - Ours;
}

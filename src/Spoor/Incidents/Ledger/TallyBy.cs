namespace Spoor.Incidents.Ledger;

/// <summary>What the rows of a tally are.</summary>
public enum TallyBy
{
    Month,
    Category,
    Actor,
    Chain,
}

namespace Spoor.Response.Clock;

/// <summary>What decides the deadlines of one entity.</summary>
/// <param name="IsSignificant">
/// Whether weekends and holidays give no relief: credit institutions, central counterparties, operators of trading venues and other
/// entities that are essential, important or significant.
/// </param>
public sealed record ReportingRegime(WorkingDays Days, bool IsSignificant)
{
    public static readonly ReportingRegime Usual = new(WorkingDays.WeekendsOnly, IsSignificant: false);

    internal DateTimeOffset Relieve(DateTimeOffset deadline) => IsSignificant ? deadline : Days.Relieve(deadline);
}

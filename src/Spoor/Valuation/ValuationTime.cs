namespace Spoor.Valuation;

/// <summary>When something is valued: a moment, or a day of which the hour is not known.</summary>
/// <param name="At">UTC; for a day, its first moment.</param>
public readonly record struct ValuationTime(DateTimeOffset At, bool IsDay)
{
    public DateOnly Day => DateOnly.FromDateTime(At.UtcDateTime);
}

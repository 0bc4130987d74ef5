namespace Spoor.Screening.Grounds;

/// <summary>What a holding received, or sent, in all.</summary>
/// <param name="IsPriced">Whether every payment has a price.</param>
internal readonly record struct SideTotal(Share Share, bool IsPriced, long Payments)
{
    public static readonly SideTotal Nothing = new(default, true, 0);

    public SideTotal With(Share share, bool isPriced) => new(Share + share, IsPriced && isPriced, Payments + 1);
}

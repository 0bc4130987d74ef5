namespace Spoor.Tracing.Relevance;

/// <summary>One thing that a tainted payment is asked, with the answers there are, in words.</summary>
/// <param name="Member">As JSON calls it.</param>
/// <param name="Levels">From what speaks most for a launderer to what speaks least.</param>
public sealed record RelevanceTrait(string Member, IReadOnlyList<string> Levels)
{
    /// <summary>How soon the recipient pays anything on, in the same asset.</summary>
    public static readonly RelevanceTrait PassedOn = new(
        "passedOn", ["passes on within the hour", "passes on within 6 hours", "passes on within a day", "passes on within 4 days", "passes on later", "never passes on"]);

    /// <summary>How near a payment of the next seven days, or the sum of the first of them, comes to what was received.</summary>
    public static readonly RelevanceTrait Matching = new(
        "matching", ["the sum to a thousandth", "the sum to a hundredth", "the sum to 3 %", "the sum to a tenth", "no matching sum"]);

    /// <summary>How much of the payment is tainted.</summary>
    public static readonly RelevanceTrait Share = new(
        "share", ["nine tenths tainted or more", "half tainted or more", "a tenth tainted or more", "a hundredth tainted or more", "a thousandth tainted or more", "less than a thousandth tainted"]);

    /// <summary>In the order of <see cref="PaymentTraits.Levels"/>.</summary>
    public static IReadOnlyList<RelevanceTrait> All { get; } = [PassedOn, Matching, Share];
}

using Spoor.Tracing.Evaluation;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing.Evaluation;

/// <summary>A case small enough to score by hand: a thief, two mules, a deposit address, and one flow that comes too early.</summary>
internal static class TinyCase
{
    /// <summary>
    /// Flows of 100, 60, 40, 30, 30 and 10: the theft; to two mules; the first mule's early payment, made before it was paid;
    /// its later one to the deposit address; and the second mule's.
    /// </summary>
    public static Story Told => new Story()
        .Pay("victim", "thief", 100)
        .Pay("mule", "early", 30)
        .Pay("thief", "mule", 60)
        .Pay("thief", "other", 40)
        .Pay("mule", "deposit", 30)
        .Pay("other", "deposit", 10);

    public static CaseTruth.ByFlows Truth => new()
    {
        Name = "tiny",
        Chain = Story.Chain,
        Sources = [Story.At("thief")],
        Terminals = new HashSet<Address> { Story.At("deposit"), Story.At("elsewhere") },
        Flows = Told.Transfers,
    };
}

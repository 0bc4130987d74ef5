using System.Numerics;
using Spoor.Transfers;

namespace Spoor.Detection.Signals;

/// <summary>S4: the outflow goes to few recipients (Herfindahl index of worth by recipient over an hour).</summary>
internal sealed class ConcentrationSignal : ISignal
{
    private const int Threshold = 500;

    private static readonly int Weight = SignalWeights.Builtin.Of("concentration");

    public SignalKind Kind => SignalKind.Concentration;

    public Reading Measure(Scene scene)
    {
        Dictionary<Address, BigInteger> byRecipient = [];
        foreach (var outflow in scene.Within(Scene.LongWindow))
        {
            foreach (var payout in outflow.Payouts)
            {
                if (payout is { To: { } to, Usd: { Micros: var micros } })
                {
                    byRecipient[to] = byRecipient.GetValueOrDefault(to) + micros;
                }
            }
        }

        var sum = byRecipient.Values.Aggregate(BigInteger.Zero, (total, part) => total + part);
        if (sum.IsZero)
        {
            return Reading.Unknown;
        }

        var squares = byRecipient.Values.Aggregate(BigInteger.Zero, (total, part) => total + (part * part));
        int index = (int)(1000 * squares / (sum * sum));
        return index >= Threshold ? new(true, Weight, index) : new(false, 0, index);
    }

    public Signal Tell(Scene scene, Reading reading) => new()
    {
        Kind = Kind,
        Weight = reading.Weight,
        Value = reading.Speaks is null ? "no price" : $"index {Words.Share(reading.Measured)} over an hour",
        Threshold = Words.Share(Threshold),
        Speaks = reading.Speaks,
        Words = reading.Speaks switch
        {
            null => "How the outflow spreads could not be measured without prices.",
            true => "Nearly all of it goes to few recipients.",
            false => "It spreads over many recipients, as withdrawals do.",
        },
        Evidence = [scene.Step.Tx],
    };
}

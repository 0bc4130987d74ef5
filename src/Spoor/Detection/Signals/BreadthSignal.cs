namespace Spoor.Detection.Signals;

/// <summary>S5: several assets to one recipient within ten minutes.</summary>
internal sealed class BreadthSignal : ISignal
{
    private const int Many = 3;

    private static readonly int Three = SignalWeights.Builtin.Of("breadth-three");
    private static readonly int Two = SignalWeights.Builtin.Of("breadth-two");

    public SignalKind Kind => SignalKind.Breadth;

    public Reading Measure(Scene scene)
    {
        int assets = scene.Main.To is null ? 1 : scene.Paid(Scene.ShortWindow).Select(paid => paid.Payout.Asset).Distinct().Count();
        return assets switch
        {
            >= Many => new(true, Three, assets),
            2 => new(false, Two, assets),
            _ => new(false, 0, assets),
        };
    }

    public Signal Tell(Scene scene, Reading reading)
    {
        var paid = scene.Paid(Scene.ShortWindow);
        string names = string.Join(", ", paid.Select(payment => scene.Worth.Name(payment.Payout.Asset)).Distinct());
        return new()
        {
            Kind = Kind,
            Weight = reading.Weight,
            Value = $"{Words.Count(reading.Measured, "asset", "assets")} in 10 minutes: {names}",
            Threshold = $"{Many} assets",
            Speaks = reading.Speaks,
            Words = reading.Speaks == true ? "One recipient is given asset after asset." : "One recipient got few different assets.",
            Evidence = [.. paid.Select(payment => payment.Outflow.Tx).Distinct()],
        };
    }
}

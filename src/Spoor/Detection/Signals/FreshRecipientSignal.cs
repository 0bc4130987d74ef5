using Spoor.Transfers;

namespace Spoor.Detection.Signals;

/// <summary>S3: the recipient has no past.</summary>
internal sealed class FreshRecipientSignal : ISignal
{
    private static readonly int New = SignalWeights.Builtin.Of("fresh-new");
    private static readonly int NewUtxo = SignalWeights.Builtin.Of("fresh-new-utxo");
    private static readonly int Young = SignalWeights.Builtin.Of("fresh-young");
    private static readonly int Old = SignalWeights.Builtin.Of("fresh-old");

    public SignalKind Kind => SignalKind.FreshRecipient;

    public Reading Measure(Scene scene)
    {
        bool isUtxo = ChainRegistry.IsUtxo(scene.Step.Chain);
        return scene.Freshness.Grade switch
        {
            null => Reading.Unknown,
            >= Freshness.New => new(true, UnknownCounterpartySignal.Tempered(scene, isUtxo ? NewUtxo : New), Freshness.New),
            >= Freshness.Young => new(true, UnknownCounterpartySignal.Tempered(scene, isUtxo ? Math.Min(Young, NewUtxo) : Young), Freshness.Young),
            _ => new(false, Old),
        };
    }

    public Signal Tell(Scene scene, Reading reading) => new()
    {
        Kind = Kind,
        Weight = reading.Weight,
        Value = scene.Freshness.Why,
        Threshold = "no movement before, or first seen less than 7 days ago",
        Speaks = reading.Speaks,
        Words = reading switch
        {
            { Speaks: null } => $"Whether {Words.At(scene.Step.Chain, scene.Main.To)} has a past could not be checked.",
            { Measured: >= Freshness.New } => $"{Words.At(scene.Step.Chain, scene.Main.To)} has no history.",
            { Speaks: true } => $"{Words.At(scene.Step.Chain, scene.Main.To)} is young.",
            _ => $"{Words.At(scene.Step.Chain, scene.Main.To)} has a past.",
        },
        Evidence = [scene.Step.Tx],
    };
}

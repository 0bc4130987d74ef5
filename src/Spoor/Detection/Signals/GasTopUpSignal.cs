using Spoor.Detection.Owners;

namespace Spoor.Detection.Signals;

/// <summary>S7: the recipient or the wallet was given gas, or a test payment was made, shortly before.</summary>
internal sealed class GasTopUpSignal : ISignal
{
    /// <summary>Gas comes at most this long before it is used.</summary>
    public static readonly TimeSpan Before = TimeSpan.FromHours(1);

    // A test payment is a hundredth of what follows at most.
    private const int TestShare = 100;

    private const int MostMovements = 3;
    private const long RecipientGas = 1;
    private const long WalletGas = 2;
    private const long TestPayment = 3;

    private static readonly int Weight = SignalWeights.Builtin.Of("gas-topup");

    public SignalKind Kind => SignalKind.GasTopUp;

    public Reading Measure(Scene scene)
    {
        // Who has a past was not prepared for this: a payment to try an old address is what customers make.
        bool isOld = scene.Freshness.Grade < Freshness.Young;
        if (!isOld && IsTested(scene))
        {
            return new(true, Weight, TestPayment);
        }

        bool isWallet = scene.State.TopUps.Exists(topUp => topUp.Purse == scene.Main.Purse && topUp.Tx != scene.Step.Tx && scene.Step.Time - topUp.Time <= Before);
        if (isWallet)
        {
            return new(true, Weight, WalletGas);
        }

        var history = HistoryOf(scene);
        // Coins that the owner itself sent there first were no preparation by somebody else.
        bool isOurs = history is { First: { } began } && Met(scene) is { } met && met.First <= began;
        bool isFunded = !isOld && !isOurs && history is { First: { } first, Nonce: null or 0, HasCode: not true, Movements: null or <= MostMovements } && scene.Step.Time - first <= Before;
        return isFunded ? new(true, Weight, RecipientGas) : history?.Movements is null ? Reading.Unknown : Reading.Silent;
    }

    public Signal Tell(Scene scene, Reading reading) => new()
    {
        Kind = Kind,
        Weight = reading.Weight,
        Value = (reading.Speaks, reading.Measured) switch
        {
            (null, _) => "what the recipient got before was not asked",
            (_, TestPayment) => $"{Words.Usd(Met(scene)!.FirstUsd)} to the same recipient at {Met(scene)!.First:HH:mm}",
            (_, WalletGas) => "the wallet was given gas by an address that the owner does not know",
            (_, RecipientGas) => $"the recipient got its first coins at {HistoryOf(scene)!.First:HH:mm}",
            _ => "none seen",
        },
        Threshold = "within 60 minutes before; a test payment within 24 hours",
        Speaks = reading.Speaks,
        Words = reading.Speaks switch
        {
            null => "Whether somebody prepared the recipient could not be checked.",
            true => "Somebody prepared this: gas or a test payment came first.",
            false => "No preparation was seen.",
        },
        Evidence = reading.Measured == TestPayment
            ? [Met(scene)!.FirstTx]
            : [.. scene.State.TopUps.Where(topUp => topUp.Purse == scene.Main.Purse && reading.Measured == WalletGas).Select(topUp => topUp.Tx).Take(4)],
    };

    private static bool IsTested(Scene scene) =>
        Met(scene) is { } met && met.FirstTx != scene.Step.Tx && !met.FirstUsd.IsZero && TestShare * met.FirstUsd.Micros <= scene.Step.Usd.Micros;

    private static MetRecipient? Met(Scene scene) =>
        scene.State.Met(scene.Main.To);

    private static RecipientHistory? HistoryOf(Scene scene) =>
        scene.Main.To is { } to ? scene.Step.Histories.GetValueOrDefault(to) : null;
}

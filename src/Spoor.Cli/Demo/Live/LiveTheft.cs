using Spoor.Detection;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Cli.Demo.Live;

/// <summary>What came of the demonstration.</summary>
internal sealed record LiveTheft
{
    /// <summary>The theft as it was carried out.</summary>
    public required IReadOnlyList<SentPayment> Theft { get; init; }

    /// <summary>What the exchange brought to safety.</summary>
    public required IReadOnlyList<SentPayment> Rescue { get; init; }

    /// <summary>All notices, in order of arrival.</summary>
    public required IReadOnlyList<HeardNotice> Notices { get; init; }

    public long Blocks { get; init; }

    public long Transfers { get; init; }

    /// <summary>The first notice of a drain; null when none came.</summary>
    public HeardNotice? Alert => Notices.FirstOrDefault(heard => heard.Notice is { Class: AlertClass.Drain, Stage: AlertStage.Start });

    /// <summary>Which transaction of the theft it fired at, counted from 1; 0 before all of them; null when it did not.</summary>
    public int? FiredAt => Alert is { } alert ? Theft.TakeWhile(sent => sent.Tx != alert.Notice.Tx).Count() is var before && before < Theft.Count ? before + 1 : 0 : null;

    public bool IsInTime => FiredAt is <= 2;

    public UsdValue Taken => UsdValue.Sum(Theft.Select(sent => sent.Payment.Usd));

    /// <summary>Gone when the alert came up.</summary>
    public UsdValue Gone => UsdValue.Sum(Theft.Take(FiredAt ?? Theft.Count).Select(sent => sent.Payment.Usd));

    public UsdValue StillThere => Taken - Gone;

    /// <summary>From the first theft transaction to the alert, by our clock.</summary>
    public TimeSpan? AfterFirst => Alert is { } alert ? alert.Heard - Theft[0].Sent : null;

    /// <summary>What a rescue was taken for; null when nothing was said of it.</summary>
    public AlertClass? ClassOf(SentPayment rescue) => Notices.FirstOrDefault(heard => heard.Notice.Tx == rescue.Tx)?.Notice.Class;

    public bool IsEveryRescueSeen => Rescue.All(sent => ClassOf(sent) == AlertClass.Rescue);
}

/// <summary>A payment that was sent.</summary>
/// <param name="Sent">When it was handed to the node.</param>
internal sealed record SentPayment(DemoPayment Payment, TxHash Tx, DateTimeOffset Sent);

/// <summary>A notice and when it came.</summary>
internal sealed record HeardNotice(AlertNotice Notice, DateTimeOffset Heard);

using Spoor.Detection.Signals;
using Spoor.Valuation;

namespace Spoor.Detection.Watching;

/// <summary>Decides what of a weighed outflow is told, and how loudly.</summary>
internal static class AlertPolicy
{
    /// <summary>An alert ends when nothing that belongs to it happened for so long.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromHours(6);

    // What is worth less than this part of the floor is looked at only for what its recipient got in all.
    private const int Trifle = 20;

    // A loss of so many floors is a large one.
    private const int Many = 10;

    /// <summary>Whether an outflow is worth looking at closely.</summary>
    public static bool IsLookedAt(Scene scene, UsdValue least) =>
        scene.Step.Usd >= least
        || scene.Step.Unpriced.Count > 0
        || scene.StandsForMany
        || scene.Unordered is { Count: > 0 }
        || (scene.State.Met(scene.Main.To) is { } met && scene.Step.Usd + met.Usd >= least);

    /// <summary>The least worth that is no trifle beside a floor.</summary>
    public static UsdValue LeastOf(UsdValue floor) => new((floor.Micros + Trifle - 1) / Trifle);

    /// <summary>Whether it raises an alert by itself.</summary>
    public static bool Alerts(Weighing weighing)
    {
        var scene = weighing.Scene;
        bool isOrdered = scene.Unordered is { Count: 0 };
        if (weighing.HardRule.Length > 0 && !isOrdered)
        {
            return true;
        }

        return weighing.Score >= scene.Policy.AlertScore && (WorthOf(scene) >= scene.Policy.Floor || IsUnpricedDrain(weighing));
    }

    public static AlertSeverity SeverityOf(Weighing weighing)
    {
        var policy = weighing.Scene.Policy;
        bool isPaged = weighing.Score >= policy.PageScore;
        if (weighing.HardRule.Length > 0 || (isPaged && weighing.Groups >= Scale.Independent))
        {
            return AlertSeverity.Critical;
        }

        // Most of a holding worth many floors is gone: that is as bad as it gets, however little speaks beside it.
        bool isMost = weighing.Scene.Share.Thousandths >= policy.DrainShare;
        if (isMost && Many * policy.Floor.Micros <= WorthOfShare(weighing.Scene).Micros)
        {
            return AlertSeverity.Critical;
        }

        bool isMiddling = weighing.Score >= (policy.AlertScore + policy.PageScore) / 2;
        return isPaged || isMost ? AlertSeverity.High : isMiddling ? AlertSeverity.Medium : AlertSeverity.Low;
    }

    // The floor is held against all that left within ten minutes, unless this outflow is a trifle in it.
    private static UsdValue WorthOf(Scene scene)
    {
        var own = SizeSignal.WorthOf(scene);
        return !scene.StandsForMany && Trifle * own.Micros < scene.Policy.Floor.Micros ? own : UsdValue.Sum(scene.Within(Scene.ShortWindow).ToArray().Select(outflow => outflow.Usd));
    }

    private static UsdValue WorthOfShare(Scene scene) => scene.Worth.Of(scene.Share.Asset, scene.Share.Out, scene.Step.Time) ?? UsdValue.Zero;

    private static bool IsUnpricedDrain(Weighing weighing) =>
        weighing.Scene.Step.Unpriced.Count > 0
        && weighing.Readings[(int)SignalKind.DrainShare].Speaks == true
        && weighing.Readings[(int)SignalKind.FreshRecipient].Speaks == true;
}

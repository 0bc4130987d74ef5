using Spoor.Detection.Owners;
using Spoor.Detection.Signals;

namespace Spoor.Detection.Watching;

/// <summary>Finds what belonged to a drain before anybody could say that it was one: the test payment, the first small theft.</summary>
internal static class LookBack
{
    /// <summary>Enters into an alert that begins what left within the hour before it for fresh addresses and was alarming, or went to the same new recipient.</summary>
    public static OpenAlert Into(OpenAlert alert, Scene scene)
    {
        // Who keeps a withdrawal log knows better: what it covers is no theft, and what it does not was told by itself.
        if (scene.Unordered is not null)
        {
            return alert;
        }

        foreach (var outflow in scene.Within(Scene.LongWindow))
        {
            bool isNew = outflow.Tx != scene.Step.Tx && !alert.Seen.Contains(outflow.Tx);
            if (isNew && (outflow.IsSuspect || IsToSameNewcomer(scene, outflow)))
            {
                alert = With(alert, outflow);
            }
        }

        return alert;
    }

    private static OpenAlert With(OpenAlert alert, RecentOutflow outflow) => alert.With(outflow.Tx) with
    {
        Gone = alert.Gone + outflow.Usd,
        Unpriced = alert.Unpriced.Union(outflow.Payouts.Where(payout => payout.Usd is null).Select(payout => payout.Asset)),
        Assets = alert.Assets.Union(outflow.Payouts.Select(payout => payout.Asset)),
        Block = AlertDesk.WithRecipients(alert.Block, outflow.Chain, outflow.Payouts.Where(payout => AlertDesk.IsLargePart(payout, outflow.Payouts.Max(other => other.Usd)))),
    };

    private static bool IsToSameNewcomer(Scene scene, RecentOutflow outflow) =>
        scene.Freshness.Grade >= Freshness.Young
        && scene.State.Met(scene.Main.To) is { } met
        && scene.Step.Time - met.First <= Scene.LongWindow
        && outflow.Payouts.Any(payout => payout.To == scene.Main.To);
}

using Spoor.Detection.Owners;

namespace Spoor.Detection.Watching;

/// <summary>Compares what was told with what would have been told, and makes up the difference.</summary>
internal static class Retractions
{
    /// <summary>Whether the same was told of the same alerts, in whatever order of the alerts among each other.</summary>
    public static bool AreSame(IReadOnlyList<AlertNotice> before, IReadOnlyList<AlertNotice> after)
    {
        var now = after.ToLookup(notice => notice.Alert);
        return before.Count == after.Count && before.GroupBy(notice => notice.Alert).All(alert => alert.Select(KeyOf).SequenceEqual(now[alert.Key].Select(KeyOf)));
    }

    /// <param name="before">What was told of one owner, as counted then.</param>
    /// <param name="after">What is told of it after the replay.</param>
    /// <param name="state">The owner's state after the replay.</param>
    /// <returns>What must be told now.</returns>
    public static IEnumerable<AlertNotice> Of(
        IReadOnlyList<AlertNotice> before, IReadOnlyList<AlertNotice> after, OwnerState state, NoticeNumbers numbers)
    {
        foreach (var alert in before.GroupBy(notice => notice.Alert))
        {
            List<AlertNotice> old = [.. alert];
            List<AlertNotice> now = [.. after.Where(notice => notice.Alert == alert.Key)];
            if (old.Select(KeyOf).SequenceEqual(now.Select(KeyOf)))
            {
                continue;
            }

            int next = old.Max(notice => numbers.Numbered(notice).Number) + 1;
            bool isOpen = state.Alert?.Id == alert.Key;
            bool isBegunBelow = old[0].Number > 1;
            var last = now.Count > 0 ? now[^1] : isBegunBelow && isOpen ? state.Alert!.LastTold : null;
            numbers.Move(alert.Key, last is null ? 0 : isOpen ? state.Alert!.Told : last.Number, next);
            yield return last is null ? Retracted(old[^1], next) : Corrected(last, next);
        }

        foreach (var notice in after.Where(notice => !before.Any(old => old.Alert == notice.Alert)))
        {
            yield return numbers.Numbered(notice);
        }
    }

    private static (int, AlertStage, string, string) KeyOf(AlertNotice notice) =>
        (notice.Number, notice.Stage, notice.Tx.ToString(), notice.Headline);

    private static AlertNotice Retracted(AlertNotice told, int number) => told with
    {
        Number = number,
        Stage = AlertStage.Retracted,
        Severity = AlertSeverity.Info,
        Headline = $"{told.Owner}: taken back, because a reorganisation removed the block of {told.Tx.Render(told.Chain)}; it may come again.",
    };

    private static AlertNotice Corrected(AlertNotice now, int number) => now with
    {
        Number = number,
        Stage = now.Stage == AlertStage.End ? AlertStage.End : AlertStage.Update,
        Headline = $"{now.Headline} (A reorganisation removed a part of what was told before; this is what is left.)",
    };
}

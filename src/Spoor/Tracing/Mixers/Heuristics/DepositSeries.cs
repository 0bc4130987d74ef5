namespace Spoor.Tracing.Mixers.Heuristics;

/// <summary>Deposits of one source that lie close together: what somebody put in at one go.</summary>
internal static class DepositSeries
{
    /// <summary>Cut where a gap is longer than a series may take.</summary>
    /// <param name="deposits">Of one source, in position order.</param>
    public static IEnumerable<IReadOnlyList<MixerDeposit>> Of(IReadOnlyList<MixerDeposit> deposits, TimeSpan gap)
    {
        for (int i = 0; i < deposits.Count;)
        {
            int end = i + 1;
            while (end < deposits.Count && deposits[end].Time - deposits[end - 1].Time <= gap)
            {
                end++;
            }

            yield return [.. deposits.Skip(i).Take(end - i)];
            i = end;
        }
    }

    /// <summary>What a group took out from the first deposit of a series on until a while after its last.</summary>
    public static IReadOnlyList<MixerWithdrawal> TakenAfter(IReadOnlyList<MixerDeposit> series, IEnumerable<MixerWithdrawal> ofGroup, TimeSpan rest) =>
        [.. ofGroup.Where(withdrawal => withdrawal.Position > series[0].Position && withdrawal.Time - series[^1].Time <= rest)];
}

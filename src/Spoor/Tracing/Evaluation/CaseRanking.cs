using Spoor.Tracing.Ranking;
using Spoor.Transfers;

namespace Spoor.Tracing.Evaluation;

/// <summary>The ranking an evaluation asks for, and what of it is scored.</summary>
/// <remarks>
/// Each source begins with a mass of one, without a time. What is visited is the local community; a transfer counts as
/// found when both its ends are in it and the payer was walked on.
/// </remarks>
public static class CaseRanking
{
    /// <param name="stopAtEnds">Whether the case's services are known and hold what reaches them.</param>
    public static RankingRequest Request(CaseTruth truth, RankingMethod method, bool stopAtEnds = true) => new()
    {
        Method = method,
        Chain = truth.Chain,
        Seeds = [.. truth.Sources.Select(source => new RankingSeed(source))],
        Stops = CaseTrace.Request(truth, TaintRule.Haircut, stopAtEnds).Stops,
    };

    public static Footprint Footprint(IInstantTransfers transfers, RankedList ranking)
    {
        var request = ranking.Request;
        var visited = ranking.Addresses.Take(ranking.Community).Select(one => one.Address).ToHashSet();
        var sources = request.Seeds.Select(seed => seed.Address).ToHashSet();
        var walked = visited.Where(address => sources.Contains(address) || request.Stops.Labels.Of(request.Chain, address) is null);
        var found = walked.SelectMany(address => transfers.TransfersOf(request.Chain, address).Where(transfer => transfer.From == address))
            .Where(transfer => transfer.To is { } payee && visited.Contains(payee));
        return new(visited, found.ToHashSet(TransferIdentity.Instance));
    }
}

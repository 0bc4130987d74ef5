using Spoor.Transfers;

namespace Spoor.Labels;

/// <summary>Finds the labels that contradict each other; which of them is right is for people to say.</summary>
/// <remarks>
/// Rules and known errors: <c>docs/methods/label-conflicts.md</c>. Two names of one service are no contradiction; two
/// services are, when both labels name the actor behind them.
/// </remarks>
public static class LabelConflicts
{
    /// <param name="labels">As known on the day of the question, in order of preference.</param>
    /// <param name="tokens">Contracts that are known to be tokens whatever a label says.</param>
    /// <returns>In order of kind, those on one chain first, then of subject.</returns>
    public static IReadOnlyList<LabelConflict> Find(IEnumerable<RecordedLabel> labels, SourceLineage lineage, TokenList tokens)
    {
        var symbols = SymbolsOf(tokens);
        return
        [
            .. labels.GroupBy(one => KeyOf(one.Label.Subject))
                .SelectMany(ofKey => FindOn([.. ofKey], lineage, symbols))
                .OrderBy(conflict => conflict.Kind)
                .ThenBy(conflict => conflict.AcrossChains)
                .ThenBy(conflict => conflict.Subject.ToString(), StringComparer.Ordinal)
                .ThenBy(conflict => conflict.One.Claim, StringComparer.Ordinal)
                .ThenBy(conflict => conflict.Other.Claim, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<LabelConflict> FindOn(
        List<RecordedLabel> labels, SourceLineage lineage, ILookup<Address, (ChainId Chain, string? Symbol)> symbols)
    {
        var perpetrators = labels.FindAll(one => LabelClaims.Of(one.Label) == LabelClaim.Perpetrator);
        var services = labels.FindAll(one => LabelClaims.Of(one.Label) == LabelClaim.Service);
        var contracts = labels.FindAll(one => LabelClaims.Of(one.Label) == LabelClaim.Contract);
        if (perpetrators.Count > 0)
        {
            var blamed = LabelSide.Of("perpetrator", perpetrators, lineage);
            var token = TokensOf(perpetrators, symbols).FirstOrDefault();
            if (contracts.Count > 0 || token.Symbol is not null)
            {
                var conflict = Between(LabelConflictKind.PerpetratorContract, blamed, LabelSide.OfContract(token.Symbol, contracts, lineage), lineage);
                yield return conflict with
                {
                    AcrossChains = conflict.AcrossChains && !(token.Symbol is not null && perpetrators.Exists(one => one.Label.Covers(token.Chain))),
                };
            }

            if (services.Count > 0)
            {
                yield return Between(LabelConflictKind.PerpetratorService, blamed, LabelSide.Of("service", services, lineage), lineage);
            }
        }

        foreach (var conflict in BetweenActors(labels, lineage))
        {
            yield return conflict;
        }
    }

    private static IEnumerable<LabelConflict> BetweenActors(List<RecordedLabel> labels, SourceLineage lineage)
    {
        var sides = labels.Where(one => one.Label.Actor is not null)
            .GroupBy(one => one.Label.Actor!, StringComparer.OrdinalIgnoreCase)
            .OrderBy(ofActor => ofActor.Key, StringComparer.OrdinalIgnoreCase)
            .Select(ofActor => LabelSide.Of($"actor {ofActor.Key}", [.. ofActor], lineage))
            .ToList();
        return
            from one in sides
            from other in sides.SkipWhile(side => side != one).Skip(1)
            select Between(LabelConflictKind.TwoActors, one, other, lineage);
    }

    private static LabelConflict Between(LabelConflictKind kind, LabelSide one, LabelSide other, SourceLineage lineage)
    {
        bool meet = one.Labels.Any(a => other.Labels.Any(b => a.Label.Chain is not { } chain || b.Label.Covers(chain)));
        bool independent = lineage.Witnesses([.. one.Witnesses.SelectMany(keys => keys), .. other.Witnesses.SelectMany(keys => keys)])
            .All(witness => !(Says(one, witness) && Says(other, witness)));
        return new(kind, SubjectOf([.. one.Labels, .. other.Labels]), !meet, one, other, independent);
    }

    private static bool Says(LabelSide side, IReadOnlyList<string> witness) =>
        side.Labels.Any(one => witness.Contains(one.Label.Source, StringComparer.Ordinal));

    private static object KeyOf(LabelSubject subject) => subject is LabelSubject.OfAddress account ? account.Address : subject;

    private static LabelSubject SubjectOf(List<RecordedLabel> labels) =>
        labels[0].Label.Address is not { } address || labels.All(one => one.Label.Chain == labels[0].Label.Chain)
            ? labels[0].Label.Subject
            : new LabelSubject.OfAddress(null, address);

    private static IEnumerable<(ChainId Chain, string? Symbol)> TokensOf(
        List<RecordedLabel> perpetrators, ILookup<Address, (ChainId Chain, string? Symbol)> symbols) =>
        perpetrators[0].Label.Address is not { } address
            ? []
            : symbols[address]
                .OrderBy(token => !perpetrators.Exists(one => one.Label.Covers(token.Chain)))
                .ThenBy(token => token.Chain);

    // erc20:0x… and trc20:T… name the contract; other assets have none.
    private static ILookup<Address, (ChainId Chain, string? Symbol)> SymbolsOf(TokenList tokens) => tokens.Tokens
        .Select(token => (token, Contract: token.Asset.Reference.Split(':', 2) is ["erc20" or "trc20", var contract] ? contract : null))
        .Where(pair => pair.Contract is not null)
        .ToLookup(pair => AddressText.Parse(pair.token.Asset.Chain, pair.Contract!), pair => (pair.token.Asset.Chain, (string?)pair.token.Symbol));
}

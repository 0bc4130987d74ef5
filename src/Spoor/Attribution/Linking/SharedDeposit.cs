using System.Numerics;
using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Attribution.Linking;

/// <summary>H-DEP: both paid in at one deposit address of an exchange, and so into one customer's account.</summary>
/// <remarks>
/// Source: Victor, <i>Address Clustering Heuristics for Ethereum</i> (FC 2020), Alg. 1, with the parameters of Tutela: u pays d,
/// and d passes it on to an address labelled as an exchange within 3,200 blocks, less at most 0.01 coin; tokens are passed on
/// whole. Unlike the published code nothing is rounded before amounts are compared (docs/methods/shared-deposit.md), and forwarders
/// may be contracts (trap 8). Known errors: desks and payment processors share deposit addresses, so one with more than 50
/// payers is none. Not searched on the XRP Ledger, where the account is told by a tag that transfers here do not carry.
/// </remarks>
internal sealed class SharedDeposit : ILinkKind
{
    private const string Exchange = "exchange";

    public string Name => "shared-deposit";

    public int Version => 1;

    public IEnumerable<LinkCandidate> Find(CaseFootprint first, CaseFootprint second, LinkGround ground)
    {
        var here = DepositsOf(first, ground).ToLookup(one => one.Address);
        var there = DepositsOf(second, ground).ToLookup(one => one.Address);
        return
            from deposits in here
            where there.Contains(deposits.Key)
            let both = deposits.Concat(there[deposits.Key])
            select new LinkCandidate
            {
                Kind = LinkKind.SharedDeposit,
                Pivot = KeyIdentity.Of(new LabelSubject.OfAddress(null, deposits.Key)),
                Evidence = LinkEvidence.SharedDeposit,
                First = first.Side(deposits.Select(one => one.Path)),
                Second = second.Side(there[deposits.Key].Select(one => one.Path)),
                Contacts = [.. deposits.Select(one => (first.Case.Id, one.Contact)), .. there[deposits.Key].Select(one => (second.Case.Id, one.Contact))],
                Labels = [.. both.Select(one => one.Label).Distinct().OrderBy(label => label.Subject.ToString(), StringComparer.Ordinal).ThenBy(label => label.Name, StringComparer.Ordinal)],
                PivotIsNamed = false,
            };
    }

    // The flow ends at the exchange, so the deposit address is the last one before that end.
    private static IEnumerable<Deposit> DepositsOf(CaseFootprint footprint, LinkGround ground) =>
        from end in footprint.Footholds
        where end is { Stop.Label: not null, Steps.Count: >= 2 } && end.Chain!.Value.Namespace != "xrpl"
        let label = ExchangeAt(end, ground)
        where label is not null
        from pair in PairsOf(footprint, end, ground)
        select new Deposit(pair.Paid.To!.Value, new(end.Member, [.. end.Steps.Take(end.Steps.Count - 2), pair.Paid, pair.PassedOn], end.Sources), label, end.Contact!);

    private static Label? ExchangeAt(Foothold end, LinkGround ground) => ground.Labels.AllOf(end.Chain!.Value, end.Address!.Value)
        .FirstOrDefault(label => label.Category.Contains(Exchange, StringComparison.OrdinalIgnoreCase)
            || label.Concepts.Any(concept => concept.Contains(Exchange, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<(Transfer Paid, Transfer PassedOn)> PairsOf(CaseFootprint footprint, Foothold end, LinkGround ground)
    {
        var (paid, passedOn) = (end.Steps[^2], end.Steps[^1]);
        if (paid.To is not { } deposit || passedOn.From != deposit
            || ground.Labels.OfKey(deposit).Count > 0 || footprint.Names(KeyIdentity.Of(new LabelSubject.OfAddress(null, deposit))))
        {
            yield break;
        }

        var history = footprint.Histories.Of.GetValueOrDefault((paid.Chain, deposit)) ?? [paid, passedOn];
        long payers = history.Where(transfer => transfer.To == deposit && transfer.From is not null && !transfer.Amount.IsZero).Select(transfer => transfer.From).Distinct().Count();
        if (payers > ground.Parameters.MaxDepositors)
        {
            yield break;
        }

        var match = history.Where(transfer => transfer.From == deposit && transfer.To == end.Address)
            .FirstOrDefault(transfer => IsForward(paid, transfer, ground.Parameters));
        if (match is not null)
        {
            yield return (paid, match);
        }
    }

    private static bool IsForward(Transfer paid, Transfer passedOn, LinkParameters parameters)
    {
        long blocks = passedOn.Position.Block - paid.Position.Block;
        var kept = (BigInteger)paid.Amount.Units - passedOn.Amount.Units;
        return paid.Asset == passedOn.Asset && blocks >= 0 && blocks <= parameters.DepositBlocks
            && kept.Sign >= 0 && kept <= MostKept(paid, parameters);
    }

    private static BigInteger MostKept(Transfer paid, LinkParameters parameters) =>
        paid.Kind == TransferKind.Native && ChainRegistry.TryGet(paid.Chain, out var chain) && chain.Native is { } coin
            ? parameters.DepositFeeMicroCoins * BigInteger.Pow(10, coin.Decimals) / 1_000_000
            : BigInteger.Zero;

    private sealed record Deposit(Address Address, LinkPath Path, Label Label, Contact Contact);
}

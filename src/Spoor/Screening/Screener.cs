using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Screening;

/// <summary>Screens one address: reads its labels, walks from its holdings, and judges.</summary>
internal sealed class Screener(ScreeningBook book, Address address, ChainId? chain)
{
    public AddressScreening Screen()
    {
        var labels = LabelsOf();
        SideFindings received = new(ExposureSide.Incoming, book);
        SideFindings sent = new(ExposureSide.Outgoing, book);
        List<ChainId> chains = [];
        for (int i = 0; i < book.Grounds.Count; i++)
        {
            var ground = book.Grounds[i];
            if ((chain is null || ground.Chain == chain) && ground.Addresses.Find(address) is >= 0 and var number)
            {
                chains.Add(ground.Chain);
                received.Walk(ground, number, book.MarksOn(i));
                sent.Walk(ground, number, book.MarksOn(i));
            }
        }

        var (turnoverIn, turnoverOut) = (received.Turnover(), sent.Turnover());
        IReadOnlyList<Exposure> exposures = [.. received.Exposures(turnoverIn), .. sent.Exposures(turnoverOut)];
        bool isKnown = labels.Count > 0 || turnoverIn.Payments + turnoverOut.Payments > 0;
        return new()
        {
            Address = address,
            Chain = chain,
            Chains = chains,
            Labels = labels,
            Conflicts = ConflictsOf(labels),
            Received = turnoverIn,
            Sent = turnoverOut,
            Exposures = exposures,
            Risk = book.Rules.Judge(isKnown, [.. labels.Select(RiskFact.Of), .. exposures.Select(RiskFact.Of)]),
        };
    }

    private List<KnownLabel> LabelsOf()
    {
        List<KnownLabel> known = [];
        foreach (var label in book.Labels.OfKey(address))
        {
            bool elsewhere = chain is { } asked && !label.Covers(asked);
            known.Add(new(LabelIdentity.Of(label), label, ExposureCategories.Of(label), elsewhere));
        }

        return known.Exists(label => label.IsElsewhere) ? [.. known.OrderBy(label => label.IsElsewhere)] : known;
    }

    private IReadOnlyList<LabelConflict> ConflictsOf(List<KnownLabel> labels) => labels.Count < 2
        ? []
        : LabelConflicts.Find(labels.Select(label => new RecordedLabel(label.Id, label.Label)), book.Lineage, book.Tokens);
}

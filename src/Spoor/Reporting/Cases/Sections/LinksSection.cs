using Spoor.Attribution;
using Spoor.Attribution.Linking;
using Spoor.Labels;
using Spoor.Reporting.Documents;
using Spoor.Transfers;

namespace Spoor.Reporting.Cases.Sections;

/// <summary>What ties an incident to others: what is shared, the way to it on both sides, and every attempt to refute it.</summary>
internal static class LinksSection
{
    public static Section Of(CaseContext context)
    {
        var report = context.Findings.Links;
        return new("links", "What ties it to other incidents",
        [
            new Piece.Paragraph([new Words.Strong(LinkSentences.Headline(report))]),
            new Piece.Paragraph(LinkSentences.Compared(report)),
            new Piece.Paragraph(LinkSentences.Ground(report)),
        ])
        {
            Parts =
            [
                .. report.Of(LinkStanding.Claimed).Select((link, i) => Claimed(context, link, i + 1)),
                .. Others(report, LinkStanding.Candidate, "link-candidates", "Candidates, not claimed", "Found, and too weak or too little checked to be claimed"),
                .. Others(report, LinkStanding.Refuted, "link-refuted", "Refuted", "Found, and explained innocently by a counter-check"),
                .. Routes(report),
            ],
        };
    }

    private static Section Claimed(CaseContext context, Link link, int number) => new($"link-{number}", $"{VictimOf(context, link.Here)} and {VictimOf(context, link.There)}: {LinkSentences.Kind(link.Kind)}",
    [
        new Piece.Paragraph(["What they share: ", new Words.Code(link.PivotText), $" ({LinkSentences.Chains(link)})."]),
        new Piece.Paragraph($"{link.Verdict} {LinkSentences.Known(link)}"),
        new Piece.Grid(Sides(context, link, number)),
        .. Steps(context, link, number),
        new Piece.Grid(new($"link-{number}-checks", "Attempts to refute it", ["Counter-check", "Outcome", "What was found"],
            [.. link.Checks.Select(check => new Row([check.Name, LinkSentences.Outcome(check.Outcome), check.Reason]))])),
    ]);

    private static Table Sides(CaseContext context, Link link, int number) => new($"link-{number}-sides", "Both sides",
        ["Theft from", "Address", "Chain", "Held to be", "Named by"],
        [.. new[] { link.Here, link.There }.SelectMany(side => side.Paths.Select(path => new Row(
        [
            VictimOf(context, side), new(AddressOf(path.Start.Subject)), Incidents.IncidentWallet.TitleOf(path.Chain), path.Start.Role, string.Join(", ", path.Sources),
        ])))]);

    private static IEnumerable<Piece> Steps(CaseContext context, Link link, int number)
    {
        var rows = new[] { link.Here, link.There }.SelectMany(side => side.Paths.SelectMany(path => path.Steps), (side, step) => (Victim: VictimOf(context, side), Step: step))
            .Concat(Touching(context, link).Select(step => (Victim: context.Facts.Victim, Step: step))).Distinct().ToList();
        return rows.Count == 0
            ? [new Piece.Paragraph("No transaction of what they share is among the transfers at hand; the sources above name it.")]
            : [new Piece.Grid(new($"link-{number}-transactions", "Transactions to and from what they share", ["Theft from", "Time (UTC)", "Chain", "From", "To", "Asset", ">Amount", "Transaction"],
                [.. rows.Select(row => StepRow(context, row.Victim, row.Step))]))];
    }

    // What the trace met of the shared address, where the link itself rests on names alone.
    private static IEnumerable<Transfer> Touching(CaseContext context, Link link) => context.Transactions.Moves.Select(move => move.Transfer)
        .Where(transfer => new[] { transfer.From, transfer.To }.OfType<Address>().Any(party => KeyIdentity.Of(new LabelSubject.OfAddress(null, party)) == link.Pivot));

    private static Row StepRow(CaseContext context, string victim, Transfer step) => new(
    [
        victim, step.IsTimed ? Rendered.Moment(step.Time) : "not known", CaseContext.ChainOf(step.Chain), PartyOf(step, step.From), PartyOf(step, step.To),
        context.Coins.ShortNameOf(step.Asset), context.Coins.Of(step.Asset, step.Amount), new Words.Code(step.Tx.Render(step.Chain)),
    ]);

    private static IEnumerable<Section> Others(LinkReport report, LinkStanding standing, string id, string title, string caption)
    {
        var links = report.Of(standing).ToList();
        return links.Count == 0 ? [] :
        [
            new(id, $"{title}: {NumberText.Of(links.Count)}",
            [
                new Piece.Grid(new($"{id}-list", caption, ["Incident", "Kind", "What is shared", "Why"],
                    [.. links.Select(link => new Row([link.There.Case, LinkSentences.Kind(link.Kind), new Words.Code(link.PivotText), link.Verdict]))])),
            ]),
        ];
    }

    private static IEnumerable<Section> Routes(LinkReport report) => report.Routes.Count == 0 ? [] :
    [
        new("link-routes", "Over other incidents",
        [
            Piece.Points.Of(report.Routes.Select(route => $"{string.Join(" – ", route.Cases)}: the first and the last share nothing that was found; each is linked to the one beside it.")),
        ]),
    ];

    private static string VictimOf(CaseContext context, LinkSide side) =>
        context.Findings.Links.Request.Known.FirstOrDefault(known => known.Id == side.Case)?.Victim ?? side.Case;

    private static Words.Code AddressOf(LabelSubject subject) => subject is LabelSubject.OfAddress { Chain: { } chain } account
        ? new Words.Code(AddressText.Render(chain, account.Address))
        : new Words.Code(subject.ToString() ?? "");

    private static Cell PartyOf(Transfer step, Address? party) => party is { } known ? new Words.Code(AddressText.Render(step.Chain, known)) : "(inputs)";
}

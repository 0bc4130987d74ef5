using System.Globalization;
using Spoor.Incidents;
using Spoor.Reporting.Documents;
using Spoor.Response;
using Spoor.Response.Compensation;
using Spoor.Response.Freezing;
using Spoor.Response.Suspensions;

namespace Spoor.Reporting.Cases.Sections;

/// <summary>The state of a response as pieces of a report.</summary>
internal static class DeskPieces
{
    public static IReadOnlyList<Piece> Suspensions(ResponseState state) => state.Suspensions.Count == 0 ? [] :
    [
        new Piece.Paragraph("What the exchange's own system confirmed, and what was only asked of it."),
        new Piece.Grid(new("suspensions", "Deposits and withdrawals", ["Asset", "Chain", "What", "State", "Asked (UTC)", "By", "Why"],
            [.. state.Suspensions.Select(standing => new Row(
            [
                standing.Request.Subject.Asset, IncidentWallet.TitleOf(standing.Request.Subject.Chain), standing.Request.Subject.Direction.Word(), StateOf(standing),
                Rendered.Moment(standing.RequestedAt), standing.Request.By, standing.Request.Why,
            ]))])),
        .. state.Checklists.Select((list, i) => new Piece.Grid(new($"checklist-{i + 1}", $"Before {list.Asset} is opened again", ["State", "What must be done", "By", "When (UTC)"],
            [.. list.Items.Select(item => new Row([item.Done is null ? "open" : "done", item.Meaning, item.Done?.By ?? "", item.Done is { } done ? Rendered.Moment(done.At) : ""]))]))),
    ];

    public static IReadOnlyList<Piece> Freezes(ResponseState state) => state.Freezes.Count == 0 ? [] :
    [
        new Piece.Grid(new("freeze-requests", "Requests to freeze", ["Request", "To", "State", "Asked for", "Frozen", "Answer by (UTC)"],
            [.. state.Freezes.Select(freeze => new Row(
            [
                freeze.Packet, freeze.Target.Name, freeze.IsOverdue(state.Now) ? $"{freeze.State}, overdue" : freeze.State, AmountsOf(freeze.Asked), AmountsOf(freeze.Frozen),
                freeze.Deadline is { } deadline ? Rendered.Moment(deadline) : "",
            ]))])),
    ];

    public static IReadOnlyList<Piece> Clock(ResponseState state) => state.Clock.Duties.All(duty => duty.Due is null && duty.Done is null) ? [] :
    [
        new Piece.Paragraph("When the next public update comes, nobody has said; these are the reports due to the authority (DORA)."),
        new Piece.Grid(new("duties", $"Reports to the authority, as of {Rendered.Moment(state.Now)}", ["Report", "Due (UTC)", "State", "Done (UTC)", "Rule"],
            [.. state.Clock.Duties.Select(duty => new Row([duty.Name, MomentOf(duty.Due), duty.At(state.Now).ToString().ToLowerInvariant(), MomentOf(duty.Done), duty.Rule]))])),
    ];

    public static IReadOnlyList<Piece> Acts(ResponseState state) => state.Log.Acts.Count == 0 ? [] :
    [
        new Piece.Paragraph("Each act holds the hash of the one before it, so that none can be changed or left out unseen. The last: ", new Words.Code(state.Log.Head), "."),
        new Piece.Grid(new("desk-acts", "The acts of the desk", [">Number", "When (UTC)", "By", "What", "Why"],
            [.. state.Log.Acts.Select(act => new Row([act.Number.ToString(CultureInfo.InvariantCulture), Rendered.Moment(act.At), act.By, act.Kind, act.Why]))])),
    ];

    public static IReadOnlyList<Piece> Compensation(CompensationCase state)
    {
        var terms = state.Opening.Terms;
        string what = terms.Policy == PledgePolicy.Full
            ? "Every customer is promised the whole balance"
            : $"{(terms.SharePerMillion / (CompensationTerms.Whole / 100m)).ToString("0.####", CultureInfo.InvariantCulture)} % of the loss is made good, in proportion to the balances";
        return
        [
            new Piece.Paragraph($"{what}, {(terms.PricedAt is { } moment ? $"in US dollars at the prices of {Rendered.Moment(moment)}" : "in kind")}. {NumberText.Of(state.Opening.Customers, "customer", "customers")}, {NumberText.Of(state.Books.Claims, "claim", "claims")}, {NumberText.Of(state.Books.Payments, "payment", "payments")}, {NumberText.Of(state.Books.OpenDisputes.Count, "open dispute", "open disputes")}."),
            new Piece.Grid(new("pledges", "Pledged = paid + due, by asset", ["Asset", ">Pledged", ">Paid", ">Due", ">Claimed of it", ">Disputed of it", "Balances"],
                [.. state.Books.Assets.Zip(state.Books.Totals).Select(line => new Row(
                [
                    line.First.Code, .. new[] { line.Second.Pledged, line.Second.Paid, line.Second.Due, line.Second.Claimed, line.Second.Disputed }.Select(sum => (Cell)sum.ToDecimalString(line.First.Decimals)),
                    line.Second.IsBalanced ? "yes" : "NO",
                ]))])),
            state.Books.Root is { } root
                ? new Piece.Paragraph("Every customer can check their own line against the published root of the sum tree: ", new Words.Code(root), ".")
                : new Piece.Paragraph("No root of the sum tree is published yet, so a customer cannot check their line."),
        ];
    }

    private static string StateOf(SuspensionStanding standing) => standing.IsConfirmed && standing.ConfirmedSince is { } since
        ? $"{standing.Request.Wish.State()} since {Rendered.Moment(since)}, confirmed"
        : $"{standing.Request.Wish.Word()} requested, not confirmed{(standing.Confirmed is { } before ? $"; last confirmed {before.State()}" : "")}";

    private static string AmountsOf(IReadOnlyList<FreezeAmount> amounts) => string.Join(
        "; ", amounts.Select(amount => $"{amount.Amount.ToDecimalString(amount.Decimals)} {amount.Symbol ?? $"units of {amount.Asset}"}"));

    private static string MomentOf(DateTimeOffset? at) => at is { } known ? Rendered.Moment(known) : "";
}

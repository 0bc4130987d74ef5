using Spoor.Incidents;
using Spoor.Reporting.Documents;

namespace Spoor.Reporting.Cases.Sections;

/// <summary>What is safe, what is suspended, what to do, the cause, the next update, whom to ask; where nobody has said, it says so.</summary>
internal static class ResponseSection
{
    // Entries of the timeline are free text; what matters to a customer is told by these words.
    private static readonly string[] AboutService = ["suspend", "withdraw", "deposit", "resume", "halt", "pause", "maintenance"];

    private static readonly string[] AboutContact = ["bounty", "open letter", "contact", "law enforcement"];

    public static Section Of(CaseContext context) => new("response", "What is being done, and what to do", [])
    {
        Parts = [Safe(context), Suspended(context), ToDo(), Cause(context), Freezes(context), Next(context), Contact(context), .. Acts(context)],
    };

    private static Section Safe(CaseContext context)
    {
        if (context.Facts.Rescue is not { } rescue)
        {
            return new("safe", "What is safe", [new Piece.Paragraph("Nobody has said what is safe.")]);
        }

        var known = rescue.Statements.Where(said => context.Findings.Inputs.Parameters.AsOf is not { } day || context.Facts.KnownFrom(said) <= day).ToList();
        return new("safe", "What is safe",
        [
            new Piece.Paragraph([rescue.Note, $" Chain: {IncidentWallet.TitleOf(rescue.Chain)}, address ", new Words.Code(rescue.Address), ". This left the victim's wallets and is no theft; it is in no figure of the loss."]),
            .. known.Count == 0 ? (IEnumerable<Piece>)[] :
            [
                new Piece.Grid(new("rescued", "How much it was, as others stated it (USD)", ["When", "Who", ">USD", "What", "Source"],
                    [.. known.Select(said => new Row([said.When?.ToString() ?? "undated", said.Who, NumberText.Of(said.Usd), said.Scope, context.SourcesOf(said.Source)]))])),
            ],
        ]);
    }

    private static Section Suspended(CaseContext context) => new("suspended", "What is suspended, and why",
        context.Desk.Suspended.Count > 0
            ? context.Desk.Suspended
            : Told(context, AboutService, "told-service", "What was told of deposits and withdrawals", "Nobody has said whether deposits or withdrawals are suspended.", "The response desk of this case has no entry of its own; this is what the sources tell."));

    private static Section ToDo() => new("to-do", "What to do",
    [
        new Piece.Warning("Do not send anything to a deposit address that you were given before the theft, until the exchange itself says in your account that it is still yours: what goes to an old address can be lost for ever."),
        new Piece.Warning("After every theft come frauds. Nobody who is honest asks you for a key, a seed phrase, a password, a fee or a “verification payment” in order to refund you, and no refund needs a link from a message. Type the exchange's address yourself."),
        Piece.Points.Of(
        [
            "General advice, not the exchange's word: note your balances and the hashes of your open deposits and withdrawals.",
            "If you run an exchange or a service: look up the addresses of this report in your books before you read on; what has reached you is for you to hold.",
        ]),
    ]);

    private static Section Cause(CaseContext context) => new("cause", "Cause",
    [
        new Piece.Paragraph(context.Facts.Cause.Length > 0 ? $"{context.Facts.Cause}." : context.Findings.Inputs.Parameters.AsOf is not null ? CaseContext.UndatedCause : "Not known: nobody has said how the thief came in."),
    ]);

    private static Section Freezes(CaseContext context) => new("freezes", "Who was asked to freeze",
        context.Desk.Freezes.Count > 0 ? context.Desk.Freezes : [new Piece.Paragraph("No freeze request is on record at the desk of this case.")]);

    private static Section Next(CaseContext context) => new("next-update", "Next update",
        context.Desk.Next.Count > 0 ? context.Desk.Next : [new Piece.Paragraph("Nobody has said when the next update comes.")]);

    private static Section Contact(CaseContext context) => new("contact", "Contact and bounty",
        context.Desk.Contact.Count > 0
            ? context.Desk.Contact
            : Told(context, AboutContact, "told-contact", "What was told of contact and bounty", "Nobody has said whom to turn to, or whether there is a bounty.", "The response desk of this case names no contact; this is what the sources tell."));

    private static IEnumerable<Section> Acts(CaseContext context) => context.Desk.Acts.Count == 0 ? [] : [new("acts", "The acts of the desk", context.Desk.Acts)];

    /// <summary>What the timeline tells with one of some words, or that nobody told anything.</summary>
    internal static IReadOnlyList<Piece> Told(CaseContext context, string[] words, string id, string caption, string nothing, string before)
    {
        var told = context.Facts.Timeline
            .Where(entry => context.Findings.Inputs.Parameters.AsOf is not { } day || entry.When.Day <= day)
            .Where(entry => words.Any(word => entry.What.Contains(word, StringComparison.OrdinalIgnoreCase))).ToList();
        return told.Count == 0
            ? [new Piece.Paragraph(nothing)]
            : [new Piece.Paragraph(before), new Piece.Grid(new(id, caption, ["When (UTC)", "What", "Source"], [.. told.Select(entry => new Row([entry.When.ToString(), entry.What, context.SourcesOf(entry.Source)]))]))];
    }
}

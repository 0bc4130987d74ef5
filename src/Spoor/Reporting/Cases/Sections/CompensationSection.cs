using Spoor.Reporting.Documents;

namespace Spoor.Reporting.Cases.Sections;

/// <summary>Who pays, how much is pledged, paid and still due.</summary>
internal static class CompensationSection
{
    private static readonly string[] AboutPayment = ["compensat", "reimburs", "refund", "cover all", "bears"];

    public static Section Of(CaseContext context) => new("compensation", "Who pays",
        context.Desk.Compensation.Count > 0
            ? context.Desk.Compensation
            : ResponseSection.Told(context, AboutPayment, "told-compensation", "What was told of compensation", "Nobody has said who pays.", "There is no compensation ledger at the desk of this case; this is what the sources tell."));
}

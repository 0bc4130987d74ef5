using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spoor.Incidents.Ledger;
using Spoor.Reporting;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;
using Spoor.Workspace;
using Spoor.Workspace.Ledger;

namespace Spoor.Web.Api;

/// <summary><c>/ledger</c>: what the industry lost, with the scope of every sum.</summary>
internal static class LedgerRoutes
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/ledger/tally", TallyAsync)
        .Tells("ledgerTally", "What ledgers say was lost in a year (year, until), by month, actor and so on (by), of some ledgers (scope), beside published totals.", "ledger/1", Problem.BadParameter)
        .Answers(StatusCodes.Status200OK).For(Role.Viewer);

    private static async Task<DocumentAnswer> TallyAsync(HttpContext context, Workbench workbench)
    {
        string year = Asked.Text(context.Request, "year") ?? throw new RefusalException(Problem.BadParameter, "year: expected a year such as 2023.");
        string by = Asked.Text(context.Request, "by") ?? "month";
        var lines = Enum.GetNames<TallyBy>().FirstOrDefault(name => name.Equals(by, StringComparison.OrdinalIgnoreCase)) is { } named
            ? Enum.Parse<TallyBy>(named)
            : throw new RefusalException(Problem.BadParameter, $"by: expected one of {string.Join(", ", Enum.GetNames<TallyBy>().Select(name => name.ToLowerInvariant()))}, found '{by}'.");
        var ledger = await OpenedLedger.ReadAsync(workbench.Ledger, context.RequestAborted);
        int asked = int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
        var answer = Asked.Read(Problem.BadParameter, () => TallyAnswer.Of(ledger, (asked, Asked.Text(context.Request, "until")), lines, Asked.Text(context.Request, "scope") ?? "merged"));
        return DocumentAnswer.Of(output => LedgerTallyJson.Write(answer.Tally, answer.Comparison, ledger.IsBuiltIn, output));
    }
}

using System.Globalization;
using Spoor.Attribution;
using Spoor.Attribution.Checks;
using Spoor.Attribution.Linking;
using Spoor.Reporting.Documents;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Reporting.Cases.Sections;

/// <summary>By which rules and parameters the figures were found, from which files, what limits them, and what could not be checked.</summary>
internal static class MethodSection
{
    public static Section Of(CaseContext context) => new("method", "Method, limits, and what could not be checked",
    [
        new Piece.Paragraph("Everything here is computed from the inputs named below; whoever has them and the same rules gets the same figures. The rules are described at length in docs/methods of Spoor, each with its source and its known errors."),
    ])
    {
        Parts = [Rules(), Parameters(context), Inputs(context), Limits(context), NotChecked(context)],
    };

    private static Section Rules() => new("rules", "Rules and their versions",
    [
        new Piece.Grid(new("rule-versions", "Rules used", ["Kind", "Rule", ">Version"],
        [
            .. TaintRule.All.Select(rule => new Row(["taint", rule.Name, Number(rule.Version)])),
            .. PairSearch.Kinds.Select(kind => new Row(["link", kind.Name, Number(kind.Version)])),
            .. CounterChecks.All.Select(check => new Row(["counter-check", check.Name, Number(check.Version)])),
            new Row(["likelihoods", "likelihood table", new Cell(LikelihoodTable.Builtin.Version.ToString(CultureInfo.InvariantCulture))]),
        ])),
    ]);

    private static Section Parameters(CaseContext context)
    {
        var parameters = context.Findings.Inputs.Parameters;
        var stops = context.Findings.Trace.Request.Stops;
        return new("parameters", "Parameters",
        [
            new Piece.Grid(new("parameter-values", "Parameters used", ["Parameter", "Value"],
            [
                new(["as of", parameters.AsOf is { } day ? Written.Day(day) : "all that is known"]),
                new(["taint rule", $"{parameters.Rule.Name} ({parameters.Rule.Title})"]),
                new(["prior of one actor", Written.Percent(parameters.Prior)]),
                new(["most hops", stops.MaxHops == int.MaxValue ? "no limit" : NumberText.Of(stops.MaxHops)]),
                new(["days after the theft", stops.Horizon is { } horizon ? NumberText.Of((long)horizon.TotalDays) : "no limit"]),
                new(["taken for a service from counterparties", NumberText.Of(stops.MinCounterparties)]),
                new(["taken for a service from transfers a day", NumberText.Of(stops.MinTransfersPerDay)]),
                new(["dust below, parts per million of the theft", NumberText.Of(stops.DustPerMillion)]),
                new(["diluted below, parts per million of the payment", NumberText.Of(stops.DilutionPerMillion)]),
                new(["most transfers followed", NumberText.Of(stops.MaxTransfers)]),
            ])),
        ]);
    }

    private static Section Inputs(CaseContext context)
    {
        var inputs = context.Findings.Inputs;
        return new("inputs", "Inputs",
        [
            new Piece.Paragraph($"Transfers: {inputs.TransfersName}{(inputs.IsPublishedOnly ? ", only those published with the incident" : "")}; {NumberText.Of(context.Transactions.Moves.Count, "movement", "movements")} carried value of the theft. Labels: {NumberText.Of(inputs.Labels.Count)}. Bridges known: {NumberText.Of(inputs.Crossings.Count, "crossing", "crossings")}. Other incidents: {NumberText.Of(inputs.Others.Count)}."),
            new Piece.Grid(new("input-files", "Files and their SHA-256", ["File", "SHA-256"],
            [
                new([$"incident {inputs.Facts.Id}", new Words.Code(inputs.Case.Sha256 ?? "")]),
                .. inputs.Files.Select(file => new Row([file.Name, new Words.Code(file.Sha256)])),
            ])),
        ]);
    }

    private static Section Limits(CaseContext context)
    {
        var trace = context.Findings.Trace;
        List<string> limits =
        [
            "A trace shows where value went, not who moved it. A rule divides mixed money; another rule would divide it otherwise, within the bounds shown.",
            "What is not in the transfers at hand is not seen: other chains, other tokens, what moved later.",
            "A dollar figure is amount × price at the time of the theft; it is not what the thief got for it.",
            "A probability of an actor is computed from links that are known, with weights from known cases; it is no finding of a court.",
        ];
        AddIf(context.Findings.Inputs.Parameters.AsOf is not null, "The incident's title and cause bear no day of their own and are left out, as is an address of which no source has a date; what took place later, also on a chain, is not in this report.");
        AddIf(trace.Openings.Count > 0, $"{NumberText.Of(trace.Openings.Count, "address", "addresses")} spent more than the transfers show coming in: the rest was taken to be clean.");
        AddIf(trace.Collisions.Count > 0, $"{NumberText.Of(trace.Collisions.Count, "amount was", "amounts were")} claimed by two thefts and stayed with the first.");
        AddIf(trace.Refused.Count > 0, $"{NumberText.Of(trace.Refused.Count, "asset was", "assets were")} left out, because more of them moved than an honest asset has.");
        int rounded = trace.Transfers.Select(traced => traced.Transfer).Where(transfer => transfer.Quality != AmountQuality.Exact).Distinct().Count();
        AddIf(rounded > 0, $"{NumberText.Of(rounded, "movement has an amount", "movements have amounts")} that the source rounded; sums over them are as rough.");
        return new("limits", "Limits", [Piece.Points.Of(limits)]);

        void AddIf(bool holds, string limit)
        {
            if (holds)
            {
                limits.Add(limit);
            }
        }
    }

    private static Section NotChecked(CaseContext context)
    {
        var findings = context.Findings;
        List<string> open = [];
        var unread = context.Facts.Wallets.Where(wallet => wallet.Account is null).ToList();
        if (unread.Count > 0)
        {
            open.Add($"{NumberText.Of(unread.Count, "published address is", "published addresses are")} on chains that Spoor does not read: {string.Join(", ", unread.Select(wallet => wallet.ChainTitle).Distinct().Order(StringComparer.Ordinal))}.");
        }

        if (findings.Inputs.IsPublishedOnly)
        {
            open.Add("Only the published transfers were traced; nobody's node or archive was asked.");
        }

        if (findings.Loss.Uncapped.Count > 0)
        {
            open.Add($"The loss could not be checked against the victim's balances, because nobody stated them: {string.Join(", ", findings.Loss.Uncapped)}.");
        }

        var closest = findings.Attribution.Assessment;
        open.AddRange((closest.Best?.Steps ?? (closest.Closest is { } one ? [one] : [])).SelectMany(step => step.NotChecked)
            .Select(check => $"Counter-check {check.Name}: {check.Reason}").Distinct(StringComparer.Ordinal));
        return new("not-checked", "What could not be checked", [open.Count == 0 ? new Piece.Paragraph("Nothing that Spoor knows to check was left out.") : Piece.Points.Of(open)]);
    }

    private static Cell Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

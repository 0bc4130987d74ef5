using System.Globalization;
using Spoor.Attribution;
using Spoor.Incidents;
using Spoor.Incidents.Losses;
using Spoor.Reporting.Documents;
using Spoor.Transfers;

namespace Spoor.Reporting.Cases.Sections;

/// <summary>The case in words for somebody who knows nothing of the tool; each figure leads to the table that it comes from.</summary>
internal static class SummarySection
{
    private const int MaxAssets = 3;

    public static Section Of(CaseContext context) => new("summary", "In plain words",
    [
        What(context),
        HowMuch(context),
        .. Where(context),
        new Piece.Paragraph(["Who is behind it: ", Explanation.Conclusion(context.Findings.Attribution.Assessment), " ", Words.To("attribution", "What this rests on, and what speaks against it.")]),
        Safe(context),
        new Piece.Paragraph(["What is suspended, what to do and whom to ask: ", Words.To("response", "the response"), ". Who pays: ", Words.To("compensation", "compensation"), ". How each figure was found, and what could not be checked: ", Words.To("method", "method and limits"), "."]),
    ])
    {
        Parts = [WordsUsed()],
    };

    private static Piece.Paragraph What(CaseContext context)
    {
        var facts = context.Facts;
        string cause = facts.Cause.Length > 0 ? $"How the thief came in: {facts.Cause}."
            : context.Findings.Inputs.Parameters.AsOf is null ? "How the thief came in is not known: nobody has said."
            : CaseContext.UndatedCause;
        return new([$"The first theft known took place on {Plainly(facts.Started)} and hit {facts.Victim}. {cause} ", Words.To("timeline", "The course of events.")]);
    }

    private static string Plainly(StatedTime time) => time.IsDay
        ? time.Start.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
        : DataReach.Plainly(time.Start);

    private static Piece.Paragraph HowMuch(CaseContext context)
    {
        var loss = context.Findings.Loss;
        List<Words> words = [];
        if (loss.Newest is { } newest && newest.Known(LossMeasure.Gross) is { } gross)
        {
            var interval = LossInterval.Of(newest);
            words.AddRange(
            [
                "Stolen were, by the newest of our estimates, ", Words.To("loss-lines", $"{DollarText.Millions(gross)} million US dollars"),
                $" at the prices of the day, between {DollarText.Millions(interval.Low)} and {DollarText.Millions(interval.High)} million{(interval.Open > 0 ? " or more" : "")}: ",
                $"{NumberText.Of(newest.Coverage.Assets, "asset", "assets")} on {NumberText.Of(newest.Coverage.Chains, "chain", "chains")}. ",
            ]);
        }
        else
        {
            words.Add("There is no estimate of ours of what was stolen. ");
        }

        if (loss.Statements.Count > 0)
        {
            words.AddRange(["Others stated ", Words.To("loss-others", RangeOf(loss)), "; where they differ, the table says by how much."]);
        }

        return new(words);
    }

    private static string RangeOf(LossReport loss)
    {
        var stated = loss.Statements.Select(said => Valuation.UsdValue.OfDollars(said.Usd)).Order().ToList();
        return stated[0] == stated[^1]
            ? $"{DollarText.Millions(stated[0])} million"
            : $"from {DollarText.Millions(stated[0])} to {DollarText.Millions(stated[^1])} million";
    }

    private static IEnumerable<Piece> Where(CaseContext context)
    {
        var trace = context.Findings.Trace;
        if (trace.Thefts.Count == 0)
        {
            return [new Piece.Paragraph($"Where it went cannot be said: {NothingTaken.Reason}. {NothingTaken.Remedy}")];
        }

        return
        [
            new Piece.Paragraph([context.Reach.Sentence(), " Nothing is said of any later time. ", .. context.StolenAssets.Take(MaxAssets).SelectMany(asset => WhereOf(context, asset)), .. Others(context), Words.To("flow", "The way it took, as a figure.")]),
        ];
    }

    private static IEnumerable<Words> WhereOf(CaseContext context, AssetId asset)
    {
        var found = context.Findings.Whereabouts;
        var whole = found.WholeOf(asset);
        var parts = found.SumsOf(asset).Select(sum => $"{CoinText.Share(sum.Amount, whole)} {PlaceWords.Of(sum.Class)}").ToList();
        return
        [
            "Of ", Words.To("books", context.Coins.WithName(asset, whole)), $" that was followed until {context.Reach.EndsOf(context.Reach.ChainsOf(asset))}, ",
            Words.To("whereabouts", Listed(parts)), ". ",
        ];
    }

    private static IEnumerable<Words> Others(CaseContext context) => context.StolenAssets.Count > MaxAssets
        ? [$"The same is told of {NumberText.Of(context.StolenAssets.Count - MaxAssets, "more asset", "more assets")} ", Words.To("classes", "in the table"), ". "]
        : [];

    private static string Listed(List<string> parts) =>
        parts.Count < 2 ? string.Concat(parts) : $"{string.Join("; ", parts.Take(parts.Count - 1))}; and {parts[^1]}";

    private static Piece.Paragraph Safe(CaseContext context) => context.Facts.Rescue is { } rescue
        ? new(["Safe, as the sources tell it: ", rescue.Note, " That is ", new Words.Code(rescue.Address), $" on {IncidentWallet.TitleOf(rescue.Chain)}. ", Words.To("safe", "What is known of it.")])
        : new("What is safe: nobody has said.");

    private static Section WordsUsed() => new("words", "Words used here",
    [
        Piece.Points.Of(
        [
            "Address: an account on a chain; who holds its key can spend from it. One person may have many, and nobody's name is written on them.",
            "Transaction: an entry in the public book of a chain, known by its hash; anybody can look it up.",
            "Followed value: where stolen money is mixed with other money, a rule divides it; the rule is named under method, and the least and the most that any rule could say stand beside each amount.",
            "The data end: the last moment of a chain of which transfers are at hand. What happened later is not told, and the money may be elsewhere by now.",
            "Service: an exchange or another business that mixes the money of many customers; only the service knows who got what.",
            "Mixer: a service or a contract made to hide who paid whom.",
            "Bridge: a way to bring value from one chain to another.",
        ]),
    ]);
}

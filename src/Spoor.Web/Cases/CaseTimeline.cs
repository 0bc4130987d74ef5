using Spoor.Incidents;
using Spoor.Records;
using Spoor.Reporting;
using Spoor.Reporting.Cases;
using Spoor.Reporting.Documents;
using Spoor.Transfers;

namespace Spoor.Web.Cases;

/// <summary>Everything that happened in a case in one order of time, whoever told it.</summary>
internal sealed class CaseTimeline
{
    // A reader looks for what mattered, not for every movement; the tables have all.
    private const int MostTransfers = 200;
    private const int MostLabels = 200;

    private readonly CaseFindings _findings;
    private readonly Dictionary<string, int> _sources;
    private readonly List<CaseMoment> _moments = [];

    private CaseTimeline(CaseFindings findings)
    {
        _findings = findings;
        _sources = findings.Facts.Sources.Select((source, i) => (source.Key, Number: i + 1)).DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Number, StringComparer.Ordinal);
    }

    /// <summary>The earliest first; what took place at one moment in the order of the kinds.</summary>
    /// <param name="acts">What was done about it here.</param>
    /// <param name="alerts">Alerts about its addresses.</param>
    public static IReadOnlyList<CaseMoment> Of(CaseFindings findings, ActLog acts, IReadOnlyList<CaseMoment> alerts)
    {
        var timeline = new CaseTimeline(findings);
        timeline.AddTold();
        timeline.AddTransfers();
        timeline.AddExchanges();
        timeline.AddLabels();
        timeline._moments.AddRange(alerts);
        timeline._moments.AddRange(acts.Acts.Select(act => new CaseMoment(act.At, Rendered.Moment(act.At), MomentKind.Act, [new Words.Strong(act.Kind), $" by {act.By}: {act.Why}"])));
        return [.. timeline._moments.OrderBy(moment => moment.At).ThenBy(moment => moment.Kind)];
    }

    private void AddTold()
    {
        var facts = _findings.Facts;
        var last = DateTimeOffset.MinValue;
        foreach (var entry in facts.Timeline)
        {
            // A day alone stays where its source put it among the moments of that day.
            last = entry.When.IsDay && DateOnly.FromDateTime(last.UtcDateTime) == entry.When.Day ? last : entry.When.Start;
            _moments.Add(new(last, entry.When.ToString(), MomentKind.Event, [entry.What, .. SourcesOf(entry.Source)]));
        }

        _moments.AddRange(_findings.Loss.Statements.Where(said => said.When is not null).Select(said => new CaseMoment(
            EndOf(said.When!.Value), said.When.Value.ToString(), MomentKind.Statement, [new Words.Strong($"{NumberText.Of(said.Usd)} USD"), $" lost, says {said.Who}: {said.Scope}", .. SourcesOf(said.Source)])));
        _moments.AddRange(facts.Findings.Select(finding => new CaseMoment(
            Day(finding.Made).AddDays(1).AddTicks(-1), Attribution.Written.Day(finding.Made), MomentKind.Finding, [new Words.Strong(finding.Actor), $": {finding.Statement}", .. SourcesOf(finding.Source)])));
    }

    private void AddTransfers()
    {
        var coins = new CoinText(_findings.Inputs.Tokens);
        _moments.AddRange(_findings.Trace.Transfers.Where(traced => !traced.Claimed.IsZero && traced.Transfer.IsTimed).Select(traced => traced.Transfer).Distinct()
            .OrderBy(transfer => transfer.Time).ThenBy(transfer => transfer.Chain).ThenBy(transfer => transfer.Position).Take(MostTransfers)
            .Select(transfer => new CaseMoment(transfer.Time, Rendered.Moment(transfer.Time), MomentKind.Transfer,
            [
                new Words.Strong(coins.WithName(transfer.Asset, transfer.Amount)), " taken: ", PartyOf(transfer, transfer.From), " → ", PartyOf(transfer, transfer.To), " in ", new Words.Code(transfer.Tx.Render(transfer.Chain)),
            ])));
    }

    private void AddExchanges()
    {
        var coins = new CoinText(_findings.Inputs.Tokens);
        _moments.AddRange(_findings.Trace.Conversions.Select(traced => traced.Conversion).Distinct().OrderBy(conversion => conversion.First.Time).ThenBy(conversion => conversion.First.Position).Take(MostTransfers)
            .Select(conversion => new CaseMoment(conversion.First.Time, Rendered.Moment(conversion.First.Time), MomentKind.Exchange,
            [
                new Words.Strong(string.Join(" + ", conversion.Given.Select(side => coins.NameOf(side.Asset)))), " exchanged", conversion.Received.Count > 0 ? $" for {string.Join(" + ", conversion.Received.Select(side => coins.NameOf(side.Asset)))}" : "",
                " in ", new Words.Code(conversion.First.Tx.Render(conversion.First.Chain)),
            ])));
    }

    private void AddLabels() => _moments.AddRange(_findings.Inputs.Labels.Labels.Where(label => label.Address is { } address && Thieves.Contains(address) && (label.Observed ?? label.Learned) > DateOnly.MinValue)
        .OrderBy(label => label.Observed ?? label.Learned).ThenBy(label => label.Name, StringComparer.Ordinal).Take(MostLabels)
        .Select(label => new CaseMoment(Day(label.Observed ?? label.Learned), Attribution.Written.Day(label.Observed ?? label.Learned), MomentKind.Label,
            [new Words.Strong(label.Name), " is what ", label.Source, " calls ", new Words.Code(AddressText.Render(label.Chain ?? ChainOf(label.Address!.Value), label.Address!.Value))])));

    private HashSet<Address> Thieves => field ??= [.. _findings.Facts.WalletsOf(WalletRole.Thief).Select(wallet => wallet.Account).OfType<(ChainId Chain, Address Address)>().Select(account => account.Address)];

    private ChainId ChainOf(Address address) => _findings.Facts.Wallets.Select(wallet => wallet.Account).OfType<(ChainId Chain, Address Address)>().First(account => account.Address == address).Chain;

    private IEnumerable<Words> SourcesOf(string keys) => keys.Split(';', StringSplitOptions.RemoveEmptyEntries)
        .SelectMany((key, i) => new[] { i == 0 ? " (" : ", ", _sources.TryGetValue(key, out int number) ? Words.To($"source-{number}", key) : key }).Append(")");

    private static Words PartyOf(Transfer transfer, Address? party) => party is { } known ? new Words.Code(AddressText.Render(transfer.Chain, known)) : "(inputs)";

    // What is dated by its day alone was said some time of it, and so stands behind what has an hour.
    private static DateTimeOffset EndOf(StatedTime time) => time.IsDay ? time.Start.AddDays(1).AddTicks(-1) : time.Start;

    private static DateTimeOffset Day(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}

/// <summary>Something that happened.</summary>
/// <param name="At">Where it stands among the others.</param>
/// <param name="When">As exactly as it is known: to the second, to the minute, or the day alone.</param>
internal sealed record CaseMoment(DateTimeOffset At, string When, MomentKind Kind, IReadOnlyList<Words> What);

/// <summary>Where it is told.</summary>
internal enum MomentKind
{
    Transfer,
    Exchange,
    Alert,
    Event,
    Statement,
    Finding,
    Label,
    Act,
}

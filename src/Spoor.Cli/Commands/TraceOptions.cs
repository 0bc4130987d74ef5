using System.CommandLine;
using System.Globalization;
using Spoor.Cli.Labels;
using Spoor.Cli.Output;
using Spoor.Tracing;
using Spoor.Tracing.Relevance;
using Spoor.Tracing.Terminals;
using Spoor.Transfers;
using Spoor.Workspace.Labels;
using Spoor.Workspace.Questions;

namespace Spoor.Cli.Commands;

/// <summary>The options that decide a trace, shared by the verbs that make one.</summary>
internal sealed class TraceOptions
{
    private const string Stolen = "stolen";
    private const string Beginning = "beginning";
    private const string All = "all";

    // A century: longer than any chain has lived, and short enough to be added to any time of one.
    private const int MostDays = 36_500;

    private readonly Option<string?> _chain = new("--chain") { Description = "The chain of bare addresses and hashes [default: Ethereum, or told by their form].", HelpName = "CHAIN" };
    private readonly Option<string?> _since = new("--since") { Description = "Seeds: only what they received from then on (ISO 8601 or Unix seconds, UTC).", HelpName = "TIME" };
    private readonly Option<string?> _until = new("--until") { Description = "Seeds: only what they received until then; a date means its end.", HelpName = "TIME" };
    private readonly Option<string> _direction = new("--direction") { Description = "out: where did it go; in: where did it come from.", DefaultValueFactory = _ => "out" };
    private readonly Option<string> _opening = new("--opening") { Description = "What a seed spends without having received it is clean or stolen.", DefaultValueFactory = _ => "clean" };
    private readonly Option<string> _openingAt = new("--opening-at") { Description = "Opening balances enter when needed, or at the beginning of the data.", DefaultValueFactory = _ => "need" };
    private readonly Option<string> _swaps = new("--swaps") { Description = "follow: what was got in exchange is stolen, too; off: only what was given, at whoever got it, and no way over a bridge.", DefaultValueFactory = _ => "follow" };
    private readonly Option<string[]> _labels = new("--labels") { Description = "Labels of known addresses, where traces stop: any kind of docs/labels.md; may be repeated.", HelpName = "FILE" };
    private readonly Option<string[]> _tokens = new("--tokens") { Description = "Token list (JSON) with symbols and decimals; may be repeated.", HelpName = "FILE" };
    private readonly Option<int> _maxHops = new("--max-hops") { Description = "Follow no further than this from the theft.", DefaultValueFactory = _ => new StopRules().MaxHops, HelpName = "N" };
    private readonly Option<string> _days = new("--days") { Description = "Follow for so long after the theft; all for ever.", DefaultValueFactory = _ => "90", HelpName = "N" };
    private readonly Option<long> _counterparties = new("--min-counterparties") { Description = "An unlabelled address with so many is taken for a service.", DefaultValueFactory = _ => new StopRules().MinCounterparties, HelpName = "N" };
    private readonly Option<long> _clock = new("--min-round-the-clock") { Description = "One that itself made so many transactions, in nearly all hours of the day, likewise; 0 for off.", DefaultValueFactory = _ => new StopRules().MinRoundTheClock, HelpName = "N" };
    private readonly Option<long> _payers = new("--min-pass-through-payers") { Description = "One that passes what so many sent on to one other is taken for a deposit address; 0 for off.", DefaultValueFactory = _ => new StopRules().MinPassThroughPayers, HelpName = "N" };
    private readonly Option<string> _dust = new("--dust") { Description = "Stop at less than this share of the theft.", DefaultValueFactory = _ => "0.000001", HelpName = "SHARE" };
    private readonly Option<string[]> _through = new("--through") { Description = "Follow through this address whatever speaks for a stop there; may be repeated.", HelpName = "ADDRESS" };
    private readonly Option<string[]> _stopAt = new("--stop-at") { Description = "Stop at this address; may be repeated.", HelpName = "ADDRESS" };
    private readonly Option<bool> _relevance = new("--relevance") { Description = "Set aside payments that do not look like laundering, in the place of --dust and --dilution." };
    private readonly Option<string> _dilution = new("--dilution") { Description = "Haircut: stop where less than this share of a payment is tainted.", DefaultValueFactory = _ => "0.001", HelpName = "SHARE" };
    private readonly Option<int> _dormant = new("--dormant-days") { Description = "Value that has not moved for so long before the data end is called dormant.", DefaultValueFactory = _ => (int)(new TerminalRules().Dormant.Ticks / TimeSpan.TicksPerDay), HelpName = "N" };
    private readonly Option<long> _budget = new("--budget") { Description = "Follow no more than so many tainted transfers.", DefaultValueFactory = _ => new StopRules().MaxTransfers, HelpName = "N" };

    public static TraceOptions On(Command command)
    {
        var options = new TraceOptions();
        options._direction.AcceptOnlyFromAmong("out", "in");
        options._opening.AcceptOnlyFromAmong("clean", Stolen);
        options._openingAt.AcceptOnlyFromAmong("need", Beginning);
        options._swaps.AcceptOnlyFromAmong("follow", "off");
        options._maxHops.AcceptOnlyNaturals();
        options._counterparties.AcceptOnlyNaturals();
        options._clock.AcceptOnlyNaturals();
        options._payers.AcceptOnlyNaturals();
        options._budget.AcceptOnlyNaturals();
        options._dormant.AcceptOnlyNaturals();
        Option[] all =
        [
            options._chain, options._since, options._until, options._direction, options._opening, options._openingAt, options._swaps, options._labels, options._tokens,
            options._maxHops, options._days, options._counterparties, options._clock, options._payers, options._dust, options._dilution, options._budget,
            options._through, options._stopAt, options._relevance, options._dormant,
        ];
        Array.ForEach(all, command.Options.Add);
        return options;
    }

    public TokenList TokensOf(ParseResult parsed, Terminal terminal) => TokenList.Merge(
    [
        .. (parsed.GetValue(_tokens) ?? []).Select(path => TokensOption.ReadFile(terminal.PathOf(path))), TokenList.Builtin,
    ]);

    public TheftClaim SeedOf(ParseResult parsed, string text)
    {
        var (chain, address) = AccountText.Parse(text, ChainOf(parsed));
        var since = Moment(parsed.GetValue(_since), endOfDay: false);
        var until = Moment(parsed.GetValue(_until), endOfDay: true);
        return since > until
            ? throw new FormatException($"Expected --since before --until, found --since {parsed.GetValue(_since)} and --until {parsed.GetValue(_until)}.")
            : new TheftClaim.BySeed(chain, address, since, until);
    }

    public TheftClaim HoldingOf(ParseResult parsed, string text, string at)
    {
        var (chain, address) = AccountText.Parse(text, ChainOf(parsed));
        return new TheftClaim.ByHolding(chain, address, MomentText.Parse(at, endOfDay: true));
    }

    public TheftClaim TheftOf(ParseResult parsed, string text) => TheftText.Parse(text, ChainOf(parsed));

    public LabelFiles LabelsOf(ParseResult parsed, Terminal terminal) => TypedLabels.Read(parsed.GetValue(_labels) ?? [], terminal);

    /// <exception cref="FormatException">More days than any chain has lived.</exception>
    public TerminalRules TerminalsOf(ParseResult parsed) => parsed.GetValue(_dormant) is <= MostDays and var days
        ? new() { Dormant = TimeSpan.FromDays(days) }
        : throw new FormatException($"Expected a number of days from 0 to {MostDays} after --dormant-days, found '{parsed.GetValue(_dormant)}'.");

    public TraceRequest RequestOf(ParseResult parsed, LabelFiles labels, TaintRule rule, IReadOnlyList<TheftClaim> claims) => new()
    {
        Rule = rule,
        Claims = claims,
        Direction = parsed.GetValue(_direction) == "out" ? TraceDirection.Out : TraceDirection.In,
        OpeningStolen = parsed.GetValue(_opening) == Stolen,
        OpeningEntry = parsed.GetValue(_openingAt) == Beginning ? OpeningEntry.FromBeginning : OpeningEntry.WhenNeeded,
        FollowSwaps = parsed.GetValue(_swaps) != "off",
        Stops = new()
        {
            Labels = labels.Book,
            Through = AccountsOf(parsed, _through),
            StopAt = AccountsOf(parsed, _stopAt),
            Relevance = parsed.GetValue(_relevance) ? RelevanceRule.Learned : null,
            MaxHops = parsed.GetValue(_maxHops),
            MinCounterparties = parsed.GetValue(_counterparties),
            MinRoundTheClock = ZeroForOff(parsed.GetValue(_clock)),
            MinPassThroughPayers = ZeroForOff(parsed.GetValue(_payers)),
            DustPerMillion = ShareText.PerMillion(parsed.GetValue(_dust)!),
            DilutionPerMillion = ShareText.PerMillion(parsed.GetValue(_dilution)!),
            MaxTransfers = parsed.GetValue(_budget),
            Horizon = DaysOf(parsed.GetValue(_days)!),
        },
    };

    private HashSet<(ChainId Chain, Address Address)> AccountsOf(ParseResult parsed, Option<string[]> option) =>
        [.. (parsed.GetValue(option) ?? []).Select(text => AccountText.Parse(text, ChainOf(parsed)))];

    private ChainId? ChainOf(ParseResult parsed) => parsed.GetValue(_chain) is { } name ? ChainRegistry.Find(name).Id : null;

    private static long ZeroForOff(long least) => least == 0 ? long.MaxValue : least;

    private static DateTimeOffset? Moment(string? text, bool endOfDay) => text is null ? null : MomentText.Parse(text, endOfDay);

    private static TimeSpan? DaysOf(string text) => text == All
        ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int days) && days is > 0 and <= MostDays
            ? TimeSpan.FromDays(days)
            : throw new FormatException($"Expected a number of days from 1 to {MostDays}, or '{All}', after --days, found '{text}'.");
}

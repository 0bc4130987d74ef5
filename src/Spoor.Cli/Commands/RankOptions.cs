using System.CommandLine;
using Spoor.Cli.Labels;
using Spoor.Cli.Output;
using Spoor.Tracing;
using Spoor.Tracing.Ranking;
using Spoor.Transfers;
using Spoor.Workspace.Labels;
using Spoor.Workspace.Questions;

namespace Spoor.Cli.Commands;

/// <summary>The options that decide a ranking.</summary>
internal sealed class RankOptions
{
    private static readonly RankingRequest Defaults = new() { Chain = default, Seeds = [] };

    private readonly Option<string[]> _theft = new("--theft") { Description = "A transaction, or one transfer of it, where the ranking begins; may be repeated.", HelpName = "TX[:[PHASE:]INDEX]" };
    private readonly Option<string[]> _seed = new("--seed") { Description = "An address where the ranking begins; may be repeated.", HelpName = "ADDRESS" };
    private readonly Option<string?> _chain = new("--chain") { Description = "The chain of bare addresses and hashes [default: Ethereum, or told by their form].", HelpName = "CHAIN" };
    private readonly Option<string?> _since = new("--since") { Description = "What seeds paid before does not count (ISO 8601 or Unix seconds, UTC).", HelpName = "TIME" };
    private readonly Option<string?> _until = new("--until") { Description = "What seeds received after does not count; a date means its end.", HelpName = "TIME" };
    private readonly Option<string> _method = new("--method") { Description = "The ranking method (docs/methods).", DefaultValueFactory = _ => Defaults.Method.Name };
    private readonly Option<bool> _backward = new("--backward") { Description = "Who paid, instead of who was paid." };
    private readonly Option<string> _alpha = new("--alpha") { Description = "What stays behind wherever mass passes through.", DefaultValueFactory = _ => "0.15", HelpName = "SHARE" };
    private readonly Option<string> _beta = new("--beta") { Description = "The part of the rest that goes on; what remains goes back.", DefaultValueFactory = _ => "0.7", HelpName = "SHARE" };
    private readonly Option<string> _epsilon = new("--epsilon") { Description = "Mass up to this is not passed on.", DefaultValueFactory = _ => "0.001", HelpName = "SHARE" };
    private readonly Option<string[]> _assets = new("--asset") { Description = "Only this asset (CAIP-19); may be repeated.", HelpName = "ASSET" };
    private readonly Option<string[]> _labels = new("--labels") { Description = "Labels of known addresses, where mass is held: any kind of docs/labels.md; may be repeated.", HelpName = "FILE" };
    private readonly Option<long> _counterparties = new("--min-counterparties") { Description = "An unlabelled address with so many is taken for a service.", DefaultValueFactory = _ => new StopRules().MinCounterparties, HelpName = "N" };

    public static RankOptions On(Command command)
    {
        var options = new RankOptions();
        options._method.AcceptOnlyFromAmong([.. RankingMethod.All.Select(method => method.Name)]);
        options._counterparties.AcceptOnlyNaturals();
        Option[] all =
        [
            options._theft, options._seed, options._chain, options._since, options._until, options._method, options._backward, options._alpha,
            options._beta, options._epsilon, options._assets, options._labels, options._counterparties,
        ];
        Array.ForEach(all, command.Options.Add);
        return options;
    }

    public LabelFiles LabelsOf(ParseResult parsed, Terminal terminal) => TypedLabels.Read(parsed.GetValue(_labels) ?? [], terminal);

    public TraceDirection DirectionOf(ParseResult parsed) => parsed.GetValue(_backward) ? TraceDirection.In : TraceDirection.Out;

    /// <exception cref="FormatException">None, or of several chains.</exception>
    public IReadOnlyList<TheftClaim> ClaimsOf(ParseResult parsed)
    {
        ChainId? chain = parsed.GetValue(_chain) is { } name ? ChainRegistry.Find(name).Id : null;
        var since = Moment(parsed.GetValue(_since), endOfDay: false);
        var until = Moment(parsed.GetValue(_until), endOfDay: true);
        List<TheftClaim> claims = [.. (parsed.GetValue(_theft) ?? []).Select(text => TheftText.Parse(text, chain))];
        foreach (string text in parsed.GetValue(_seed) ?? [])
        {
            var (on, address) = AccountText.Parse(text, chain);
            claims.Add(new TheftClaim.BySeed(on, address, since, until));
        }

        return claims.Select(claim => claim.Chain).Distinct().ToList() switch
        {
            [] => throw new FormatException("Expected where to begin: --theft TX or --seed ADDRESS."),
            [_] => claims,
            var several => throw new FormatException($"Expected thefts and seeds of one chain, found {string.Join(", ", several.Order())}; rank each by itself."),
        };
    }

    public RankingRequest RequestOf(ParseResult parsed, LabelFiles labels, IReadOnlyList<TheftClaim> claims, IReadOnlyList<RankingSeed> seeds) => new()
    {
        Method = MethodOf(parsed),
        Chain = claims[0].Chain,
        Seeds = seeds,
        Direction = DirectionOf(parsed),
        AlphaPerMillion = AboveZero(_alpha, parsed),
        BetaPerMillion = ShareText.PerMillion(parsed.GetValue(_beta)!),
        EpsilonPerMillion = AboveZero(_epsilon, parsed),
        Assets = parsed.GetValue(_assets) is { Length: > 0 } assets ? assets.Select(AssetId.Parse).ToHashSet() : null,
        Stops = new() { Labels = labels.Book, MinCounterparties = parsed.GetValue(_counterparties) },
    };

    private RankingMethod MethodOf(ParseResult parsed)
    {
        var method = RankingMethod.Find(parsed.GetValue(_method)!);
        return method.HasDirection || !parsed.GetValue(_backward)
            ? method
            : throw new FormatException($"Expected a method with a direction beside --backward, found {method.Name}, which takes payments both ways alike.");
    }

    private static long AboveZero(Option<string> option, ParseResult parsed) => ShareText.PerMillion(parsed.GetValue(option)!) is > 0 and var share
        ? share
        : throw new FormatException($"Expected a share above 0 after {option.Name}: with 0 a ranking would not end.");

    private static DateTimeOffset? Moment(string? text, bool endOfDay) => text is null ? null : MomentText.Parse(text, endOfDay);
}

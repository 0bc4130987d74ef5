using System.CommandLine;
using System.Globalization;
using Spoor.Cli.Output;
using Spoor.Cli.Watching;
using Spoor.Web.Suspensions;
using Spoor.Web.Webhooks;

namespace Spoor.Cli.Responding;

/// <summary>The exchange's own hook: a URL with a secret, or a program.</summary>
internal sealed class HookOptions
{
    private readonly Option<string?> _url = new("--hook") { Description = "Post the order to this URL, signed (docs/response.md).", HelpName = "URL" };
    private readonly Option<string?> _variable = new("--hook-secret-env") { Description = "The environment variable with the secret.", HelpName = "NAME" };
    private readonly Option<string?> _file = new("--hook-secret-file") { Description = "The file with the secret, instead of a variable.", HelpName = "FILE" };
    private readonly Option<bool> _internal = new("--hook-internal") { Description = "The hook may be on this machine or in this network, and have http." };
    private readonly Option<string?> _program = new("--hook-command") { Description = "Give the order to this program on standard input instead; no shell.", HelpName = "PROGRAM" };
    private readonly Option<string[]> _arguments = new("--hook-argument") { Description = "An argument of the program; may be given again.", HelpName = "TEXT" };
    private readonly Option<int> _attempts = new("--attempts") { Description = "How often the hook is asked when it does not answer.", HelpName = "N", DefaultValueFactory = _ => HookPatience.Usual.Attempts };
    private readonly Option<string> _limit = new("--hook-seconds") { Description = "How long an attempt may take.", HelpName = "N", DefaultValueFactory = _ => "10" };

    public static HookOptions On(Command command)
    {
        var options = new HookOptions();
        Array.ForEach<Option>([options._url, options._variable, options._file, options._internal, options._program, options._arguments, options._attempts, options._limit], command.Options.Add);
        return options;
    }

    public bool IsGiven(ParseResult parsed) => parsed.GetValue(_url) is not null || parsed.GetValue(_program) is not null;

    /// <exception cref="FormatException">There is no hook, there are two, or an option is not as it must be.</exception>
    public IExchangeHook Open(ParseResult parsed, Terminal terminal)
    {
        var limit = LimitOf(parsed);
        return (parsed.GetValue(_url), parsed.GetValue(_program)) switch
        {
            ({ } url, null) => new HttpHook(WebhookTarget.Of(url, SecretOf(parsed, terminal), parsed.GetValue(_internal), "--hook"), terminal.Clock, limit),
            (null, { } program) => new CommandHook(program, parsed.GetValue(_arguments) ?? [], terminal.Clock, limit),
            _ => throw new FormatException("Expected the exchange's hook as one of --hook URL and --hook-command PROGRAM."),
        };
    }

    public HookPatience PatienceOf(ParseResult parsed) => parsed.GetValue(_attempts) is >= 1 and <= 100 and var attempts
        ? new() { Attempts = attempts }
        : throw new FormatException("--attempts: expected 1 to 100.");

    private TimeSpan LimitOf(ParseResult parsed) =>
        decimal.TryParse(parsed.GetValue(_limit), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal seconds) && seconds is > 0 and <= 600
            ? TimeSpan.FromMilliseconds((long)(seconds * 1000))
            : throw new FormatException($"--hook-seconds: expected seconds from 0.001 to 600, found '{parsed.GetValue(_limit)}'.");

    private WebhookSecret SecretOf(ParseResult parsed, Terminal terminal) => (parsed.GetValue(_variable), parsed.GetValue(_file)) switch
    {
        ({ } name, null) => WebhookSecret.Parse(WebhookOptions.Variable(name), $"The variable {name}"),
        (null, { } file) => WebhookSecret.Parse(File.ReadAllText(terminal.PathOf(file)), terminal.PathOf(file)),
        _ => throw new FormatException("Expected the secret of --hook as one of --hook-secret-env NAME and --hook-secret-file FILE."),
    };
}

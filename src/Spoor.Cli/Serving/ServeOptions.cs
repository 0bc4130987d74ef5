using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Incidents;
using Spoor.Cli.Output;
using Spoor.Cli.Responding;
using Spoor.Storage.Acts;
using Spoor.Web.Serving;

namespace Spoor.Cli.Serving;

/// <summary>How a server is to run, as people type it.</summary>
internal sealed class ServeOptions
{
    private readonly DataOption _data = DataOption.Create();
    private readonly Option<string?> _incidents = IncidentsOption.Create();
    private readonly Option<string> _desk = new("--desk") { Description = "The folder of the desk, in which each incident has its log of acts.", HelpName = "DIR", DefaultValueFactory = _ => DeskFolder.Default };
    private readonly Option<string?> _alerts = new("--alerts") { Description = "The file that a watch writes alerts to [default: alerts.jsonl in the data folder].", HelpName = "FILE.jsonl" };
    private readonly Option<string?> _watch = new("--watch") { Description = "The watch file to replay over imported transfers (docs/watches.md); without, one may be uploaded.", HelpName = "FILE" };
    private readonly Option<string[]> _prices = new("--prices") { Description = "Prices in the place of each incident's own, and for the replay; of two that differ, the first named is used.", HelpName = "FILE" };
    private readonly Option<string?> _recipients = new("--recipients") { Description = "What was published of recipients' past, for the replay.", HelpName = "FILE" };
    private readonly Option<string[]> _urls = new("--urls") { Description = "Where to listen; port 0 for any free one; may be repeated.", HelpName = "URL", DefaultValueFactory = _ => [ListenUrl.Default] };
    private readonly Option<bool> _anyPort = new("--any-port") { Description = "Where the port is taken, take any free one." };
    private readonly Option<string?> _cert = new("--cert") { Description = "The certificate with its chain (PEM), for https.", HelpName = "FILE" };
    private readonly Option<string?> _key = new("--key") { Description = "The key of the certificate (PEM).", HelpName = "FILE" };
    private readonly Option<bool> _insecure = new("--insecure-http") { Description = "Let others reach the server over plain http, where something else encrypts." };
    private readonly Option<string[]> _hosts = new("--host") { Description = "A name by which the server is reached, besides the addresses it listens at; may be repeated.", HelpName = "NAME" };
    private readonly Option<string[]> _proxies = new("--behind-proxy") { Description = "A proxy, or its network, whose X-Forwarded-For and X-Forwarded-Proto are believed; may be repeated [default: nobody's are].", HelpName = "CIDR" };
    private readonly Option<int> _rate = new("--rate") { Description = "Requests a second of one caller; 0 for as many as they like.", HelpName = "N", DefaultValueFactory = _ => new RequestLimits().PerSecond };
    private readonly Option<int> _upload = new("--max-upload") { Description = "The largest file that is taken in over HTTP.", HelpName = "MIB", DefaultValueFactory = _ => (int)(new RequestLimits().MaxUpload >> 20) };
    private readonly Option<string?> _otlp = new("--otlp") { Description = "Where traces of requests go, by OTLP [default: what OTEL_EXPORTER_OTLP_ENDPOINT names, else nowhere].", HelpName = "URL" };
    private readonly HookOptions _hook;

    private ServeOptions(Command command)
    {
        Array.ForEach<Option>([_data, _incidents, _desk, _alerts, _watch, _prices, _recipients, _urls, _anyPort, _cert, _key, _insecure, _hosts, _proxies, _rate, _upload, _otlp], command.Options.Add);
        _rate.AcceptOnlyNaturals();
        _upload.AcceptOnlyNaturals();
        _hook = HookOptions.On(command);
    }

    public static ServeOptions On(Command command) => new(command);

    /// <summary>The collector of traces that was named; null for none.</summary>
    public string? CollectorOf(ParseResult parsed) => parsed.GetValue(_otlp);

    /// <exception cref="FormatException">An option is not as it must be.</exception>
    public ServeSettings Read(ParseResult parsed, Terminal terminal)
    {
        var folder = _data.FolderOf(parsed, terminal);
        if (folder.IsInMemory)
        {
            throw new FormatException("--data: expected a folder, found :memory:; accounts and the audit log must outlive the process.");
        }

        return new()
        {
            Folder = folder,
            Incidents = parsed.GetValue(_incidents) is { } incidents ? terminal.PathOf(incidents) : null,
            Desk = DeskFolder.At(terminal.PathOf(parsed.GetValue(_desk)!)),
            AlertFile = parsed.GetValue(_alerts) is { } alerts ? terminal.PathOf(alerts) : Path.Combine(folder.Path, "alerts.jsonl"),
            Prices = [.. (parsed.GetValue(_prices) ?? []).Select(terminal.PathOf)],
            Replay = new()
            {
                Watch = parsed.GetValue(_watch) is { } watch ? terminal.PathOf(watch) : null,
                Recipients = parsed.GetValue(_recipients) is { } recipients ? terminal.PathOf(recipients) : null,
            },
            Urls = [.. parsed.GetValue(_urls)!.Select(ListenUrl.Parse)],
            AnyPort = parsed.GetValue(_anyPort),
            Tls = TlsOf(parsed, terminal),
            InsecureHttp = parsed.GetValue(_insecure),
            Hosts = parsed.GetValue(_hosts) ?? [],
            Proxies = [.. (parsed.GetValue(_proxies) ?? []).Select(TrustedProxies.Parse)],
            Limits = new() { PerSecond = parsed.GetValue(_rate), MaxUpload = (long)parsed.GetValue(_upload) << 20 },
            Hook = _hook.IsGiven(parsed) ? _hook.Open(parsed, terminal) : null,
            Patience = _hook.PatienceOf(parsed),
            Clock = terminal.Clock,
            Logging = new TalkLogging(terminal.TalkText),
        };
    }

    private (string Certificate, string Key)? TlsOf(ParseResult parsed, Terminal terminal) => (parsed.GetValue(_cert), parsed.GetValue(_key)) switch
    {
        (null, null) => null,
        ({ } certificate, { } key) => (terminal.PathOf(certificate), terminal.PathOf(key)),
        _ => throw new FormatException("Expected --cert and --key, found one of them."),
    };
}

using System.CommandLine;
using Spoor.Cli.Output;
using Spoor.Cli.Responding;
using Spoor.Detection;
using Spoor.Response.Suspensions;
using Spoor.Storage.Acts;
using Spoor.Web.Suspensions;

namespace Spoor.Cli.Watching;

/// <summary>What <c>spoor watch</c> may suspend by itself; nothing unless an incident is named.</summary>
internal sealed class SuspensionPolicyOptions
{
    private readonly Option<string?> _incident = new("--suspend-for") { Description = "Suspend by policy, written down under this incident of the desk (docs/response.md).", HelpName = "INCIDENT" };
    private readonly Option<string> _name = new("--suspend-policy") { Description = "What the acts call the policy.", HelpName = "NAME", DefaultValueFactory = _ => "drain" };
    private readonly Option<AlertSeverity> _severity = new("--suspend-from") { Description = "From this severity of an alert on.", DefaultValueFactory = _ => AlertSeverity.Critical };
    private readonly Option<string[]> _assets = new("--suspend-asset") { Description = "An asset to suspend; may be repeated.", HelpName = "ASSET" };
    private readonly Option<string[]> _chains = new("--suspend-chain") { Description = "A chain to suspend it on; may be repeated.", HelpName = "CHAIN" };
    private readonly Option<string> _desk = new("--desk") { Description = "The folder of the desk.", HelpName = "DIR", DefaultValueFactory = _ => DeskFolder.Default };
    private readonly HookOptions _hook;

    public SuspensionPolicyOptions(Command command)
    {
        Array.ForEach<Option>([_incident, _name, _severity, _assets, _chains, _desk], command.Options.Add);
        _hook = HookOptions.On(command);
    }

    /// <summary>Null where nothing is to be suspended.</summary>
    /// <exception cref="FormatException">An option is not as it must be.</exception>
    public SuspendingSink? Read(ParseResult parsed, Terminal terminal)
    {
        if (parsed.GetValue(_incident) is not { } incident)
        {
            return null;
        }

        var subjects = SuspensionOptions.Of(parsed.GetValue(_assets) ?? [], parsed.GetValue(_chains) ?? [], [ServiceDirection.Deposits, ServiceDirection.Withdrawals]);
        if (subjects.Count == 0)
        {
            throw new FormatException("--suspend-for: expected what to suspend as --suspend-asset and --suspend-chain, found nothing.");
        }

        var policy = new SuspensionPolicy(parsed.GetValue(_name)!, parsed.GetValue(_severity), subjects);
        string log = DeskFolder.At(terminal.PathOf(parsed.GetValue(_desk)!)).LogOf(incident);
        return new(policy, log, incident, _hook.Open(parsed, terminal), terminal.Clock, said => terminal.TalkText.WriteLine(MessageText.Of(said))) { Patience = _hook.PatienceOf(parsed) };
    }
}

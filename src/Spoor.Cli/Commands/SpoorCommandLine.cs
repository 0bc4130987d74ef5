using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Spoor.Cli.Attribution;
using Spoor.Cli.Backtests;
using Spoor.Cli.Bridges;
using Spoor.Cli.Cases;
using Spoor.Cli.Compensation;
using Spoor.Cli.Generation;
using Spoor.Cli.Incidents;
using Spoor.Cli.Indexing;
using Spoor.Cli.Labels;
using Spoor.Cli.Ledger;
using Spoor.Cli.Links;
using Spoor.Cli.Losses;
using Spoor.Cli.Mcp;
using Spoor.Cli.Mixers;
using Spoor.Cli.Output;
using Spoor.Cli.Reports;
using Spoor.Cli.Responding;
using Spoor.Cli.Screening;
using Spoor.Cli.Serving;
using Spoor.Cli.Stores;
using Spoor.Cli.Swaps;
using Spoor.Cli.Sync;
using Spoor.Cli.Watching;
using Spoor.Storage.ClickHouse;

namespace Spoor.Cli.Commands;

/// <summary>The command line <c>spoor</c>: its verbs, its help, and how it is run.</summary>
internal static class SpoorCommandLine
{
    // DuckDB finishes the chunk it works on before it stops; a transaction that is rolled back needs a moment more.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellation = default)
    {
        var root = Build(terminal);
        // No @FILE: what a tool's client sends must not name files, and nobody was promised it.
        var parsed = root.Parse(arguments, new() { ResponseFileTokenReplacer = null });
        var invocation = new InvocationConfiguration
        {
            Output = terminal.PageText,
            Error = terminal.TalkText,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeToStop,
        };
        if (parsed.Action is not ParseErrorAction)
        {
            return await parsed.InvokeAsync(invocation, cancellation);
        }

        foreach (var error in parsed.Errors)
        {
            terminal.TalkText.WriteLine(ClickHouseAddress.WithoutPasswords(error.Message));
        }

        terminal.TalkText.WriteLine($"See '{PathOf(parsed.CommandResult)} --help'.");
        return ExitCode.Input;
    }

    // The words up to the command that the mistake belongs to: spoor labels find.
    private static string PathOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{PathOf(parent)} {command.Command.Name}" : command.Command.Name;

    public static IReadOnlyList<Verb> Verbs(Terminal terminal) =>
    [
        DemoCommand.Create(terminal),
        ImportCommand.Create(terminal),
        SyncCommand.Create(terminal),
        StatusCommand.Create(terminal),
        StoreCommand.Create(terminal),
        IndexCommand.Create(terminal),
        TraceCommand.Create(terminal),
        RankCommand.Create(terminal),
        CompareCommand.Create(terminal),
        BridgeCommand.Create(terminal),
        LabelsCommand.Create(terminal),
        IncidentCommand.Create(terminal),
        MixerCommand.Create(terminal),
        SwapCommand.Create(terminal),
        LinkCommand.Create(terminal),
        AttributeCommand.Create(terminal),
        ScreenCommand.Create(terminal),
        LossCommand.Create(terminal),
        ReportCommand.Create(terminal),
        LedgerCommand.Create(terminal),
        RespondCommand.Create(terminal),
        WatchCommand.Create(terminal),
        ServeCommand.Create(terminal),
        CompensationCommand.Create(terminal),
        EvaluateCommand.Create(terminal),
        BacktestCommand.Create(terminal),
        GenerateCommand.Create(terminal),
        CaseCommand.Create(terminal),
        McpCommand.Create(terminal),
    ];

    private static Command Build(Terminal terminal)
    {
        var verbs = Verbs(terminal);
        // A RootCommand would be called after the file it runs from.
        var help = new HelpOption();
        var root = new Command("spoor", "Follows stolen crypto assets from files of transfers to the addresses where they rest, and accounts for every unit.")
        {
            help, new VersionOption(),
        };
        foreach (var verb in verbs)
        {
            root.Subcommands.Add(verb.Command);
        }

        var usual = (HelpAction)help.Action!;
        usual.MaxWidth = terminal.Page.Profile.Width;
        help.Action = new VerbHelp(usual, [.. verbs.SelectMany(WithParts)]);
        return root;
    }

    private static IEnumerable<Verb> WithParts(Verb verb) => [verb, .. verb.Parts.SelectMany(WithParts)];
}

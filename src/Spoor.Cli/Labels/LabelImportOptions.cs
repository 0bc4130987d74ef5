using System.CommandLine;
using Spoor.Chains.Files.Labels;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Transfers;
using Spoor.Workspace.Labels;

namespace Spoor.Cli.Labels;

/// <summary>What <c>spoor labels import</c> is told beside the store.</summary>
internal sealed class LabelImportOptions
{
    private const string Report = "report";

    private readonly Argument<string[]> _files = new("file") { Description = "TagPack, ActorPack, OFAC list, explorer dump or CSV, plain or .gz; or a pattern such as '*.yaml'.", Arity = ArgumentArity.OneOrMore };
    private readonly DayOption _learned = DayOption.Create("--learned", "The day the labels could have been known [default: as stated in the file or its name, else today, UTC].");
    private readonly Option<string?> _source = new("--source") { Description = "The source of labels that name none [default: the name of the file].", HelpName = "KEY" };
    private readonly Option<string[]> _derived = new("--derived-from") { Description = "A source that those of these files repeat; may be given again.", HelpName = "KEY", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _chain = new("--chain") { Description = "The chain of files that name none.", HelpName = "CHAIN" };
    private readonly Option<string> _tlp = new("--tlp") { Description = "With whom the labels may be shared at most: clear, green, amber, amber+strict or red.", HelpName = "TLP", DefaultValueFactory = _ => "clear" };
    private readonly Option<bool> _trust = new("--trust-context") { Description = "Take what TagPacks say under context.spoor: day learned, author, whom a source repeats; for packs that Spoor wrote." };
    private readonly Option<string> _onError = new("--on-error") { Description = "A faulty entry stops the import, or is reported and left out.", DefaultValueFactory = _ => "stop" };

    public LabelImportOptions()
    {
        _onError.AcceptOnlyFromAmong("stop", Report);
        _tlp.AcceptOnlyTlp();
    }

    public void AddTo(Command command)
    {
        command.Arguments.Add(_files);
        foreach (var option in (Option[])[_learned, _source, _derived, _chain, _tlp, _trust, _onError])
        {
            command.Options.Add(option);
        }
    }

    public IReadOnlyList<string> FilesOf(ParseResult parsed, Terminal terminal) => FileArguments.Expand(parsed.GetValue(_files)!, terminal.Folder);

    public LabelReadOptions ReadingOf(ParseResult parsed, Terminal terminal) => new()
    {
        DefaultLearned = terminal.Today,
        Latest = terminal.Today,
        Learned = _learned.PastDayOf(parsed, terminal.Today),
        SkipFaultyRows = parsed.GetValue(_onError) == Report,
        TrustContext = parsed.GetValue(_trust),
        Chain = parsed.GetValue(_chain) is { } name ? ChainRegistry.Find(name).Id : null,
    };

    public LabelProvenance ProvenanceOf(ParseResult parsed) => new(parsed.GetValue(_source), parsed.GetValue(_derived) ?? [], parsed.TlpOf(_tlp));
}

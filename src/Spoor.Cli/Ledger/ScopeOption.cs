using System.CommandLine;
using Spoor.Incidents.Ledger;
using Spoor.Workspace.Ledger;

namespace Spoor.Cli.Ledger;

/// <summary><c>--scope</c>: which ledgers count.</summary>
internal sealed class ScopeOption() : Option<string>("--scope")
{
    private const string Merged = "merged";

    public static ScopeOption Create() => new()
    {
        Description = "Ledgers that count, such as rekt,dprk; or merged: all there are. Duplicates between them are merged.",
        HelpName = "LEDGERS",
        DefaultValueFactory = _ => Merged,
    };

    /// <summary>Empty for all.</summary>
    /// <exception cref="FormatException">A ledger is not there.</exception>
    public IReadOnlyList<string> SourcesOf(ParseResult parsed, IndustryLedger ledger) => TallyQuestion.SourcesOf(parsed.GetValue(this)!, ledger);
}

using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Labels;

namespace Spoor.Cli.Labels;

/// <summary>What <c>spoor labels retract</c> is told beside the store.</summary>
internal sealed class LabelRetractOptions
{
    private readonly Argument<string> _asked = new("id|address") { Description = "The beginning of a label's id, 8 digits or more; or an address, with --source." };
    private readonly Option<string[]> _source = new("--source") { Description = "With an address: only its labels from this source; may be given again.", HelpName = "KEY", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _reason = new("--reason") { Description = "Why it does not hold.", HelpName = "TEXT", Required = true };
    private readonly Option<string> _author = new("--author") { Description = "Who says so.", HelpName = "NAME", DefaultValueFactory = _ => "" };
    private readonly DayOption _learned = DayOption.Create("--learned", "The day from which it counts as retracted [default: today, UTC].");

    public void AddTo(Command command)
    {
        command.Arguments.Add(_asked);
        foreach (var option in (Option[])[_source, _reason, _author, _learned])
        {
            command.Options.Add(option);
        }
    }

    public string AskedOf(ParseResult parsed) => parsed.GetValue(_asked)!;

    public string[] SourcesOf(ParseResult parsed) => parsed.GetValue(_source) ?? [];

    /// <exception cref="FormatException">The reason says nothing, something would rewrite a terminal, or the day is to come.</exception>
    public Retraction WhyOf(ParseResult parsed, DateOnly today)
    {
        Retraction why = new("", _learned.PastDayOf(parsed, today) ?? today, parsed.GetValue(_author)!, parsed.GetValue(_reason)!);
        RefuseUnprintable(why);
        return why;
    }

    private static void RefuseUnprintable(Retraction why)
    {
        if (MessageText.Of(why.Reason + why.Author) != why.Reason + why.Author || why.Reason.Trim().Length == 0)
        {
            throw new FormatException("Expected a reason and an author without control characters or invisible formatting, and a reason that says something.");
        }
    }
}

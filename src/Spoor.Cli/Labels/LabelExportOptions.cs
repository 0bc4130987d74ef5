using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Workspace.Labels;

namespace Spoor.Cli.Labels;

/// <summary>What <c>spoor labels export</c> is told beside the store.</summary>
internal sealed class LabelExportOptions
{
    private const string TagPack = "tagpack";
    private const string Csv = "csv";
    private const string Json = "json";

    private readonly Option<string?> _format = new("--format") { Description = "What is written [default: what the name after --out says, else tagpack]." };
    private readonly Option<string[]> _category = ListOf("--category", "Only labels with this category, abuse or concept; may be given again.", "WORD");
    private readonly Option<string[]> _actor = ListOf("--actor", "Only labels of this actor; may be given again.", "ID");
    private readonly Option<string[]> _source = ListOf("--source", "Only labels from this source; may be given again.", "KEY");
    private readonly Option<string> _maxTlp = new("--max-tlp") { Description = "Labels that may be shared less widely than this are left out and counted.", HelpName = "TLP", DefaultValueFactory = _ => "green" };
    private readonly DayOption _day = DayOption.Create("--as-of", "Only what was known at the end of that day, UTC.");
    private readonly Option<string> _title = new("--title") { Description = "Title of the pack.", HelpName = "TEXT", DefaultValueFactory = _ => "Labels exported by Spoor" };
    private readonly Option<string> _creator = new("--creator") { Description = "Creator of the pack.", HelpName = "NAME", DefaultValueFactory = _ => "Spoor" };
    private readonly Option<string?> _target = new("--out") { Description = "The file to write [default: standard output].", HelpName = "FILE" };
    private readonly Option<bool> _json = new("--json") { Description = "The labels as JSON, for programs." };

    public LabelExportOptions()
    {
        _format.AcceptOnlyFromAmong(TagPack, Csv);
        _maxTlp.AcceptOnlyTlp();
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_format, _category, _actor, _source, _maxTlp, _day, _title, _creator, _target, _json])
        {
            command.Options.Add(option);
        }
    }

    /// <exception cref="FormatException">The name of the file says another format than the options.</exception>
    public LabelExportForm FormOf(ParseResult parsed)
    {
        string? told = parsed.GetValue(_json) ? Json : parsed.GetValue(_format);
        string? named = Path.GetExtension(parsed.GetValue(_target))?.ToLowerInvariant() switch
        {
            ".csv" => Csv,
            ".yaml" or ".yml" => TagPack,
            ".json" => Json,
            _ => null,
        };
        return told is null || named is null || told == named
            ? new((told ?? named) == Csv, (told ?? named) == Json, parsed.GetValue(_title)!, parsed.GetValue(_creator)!)
            : throw new FormatException($"Expected a file name that fits {told}, found '{parsed.GetValue(_target)}', which names {named}; leave --format out, or rename the file.");
    }

    public LabelSelection SelectionOf(ParseResult parsed) =>
        new(parsed.GetValue(_category) ?? [], parsed.GetValue(_actor) ?? [], parsed.GetValue(_source) ?? [], parsed.TlpOf(_maxTlp));

    public DateOnly? DayOf(ParseResult parsed) => _day.DayOf(parsed);

    public string? TargetOf(ParseResult parsed) => parsed.GetValue(_target);

    public string MaxTlpOf(ParseResult parsed) => parsed.GetValue(_maxTlp)!;

    private static Option<string[]> ListOf(string name, string description, string word) =>
        new(name) { Description = description, HelpName = word, Arity = ArgumentArity.OneOrMore };
}

/// <summary>How labels are written: as CSV, as JSON, else as a TagPack.</summary>
internal sealed record LabelExportForm(bool IsCsv, bool IsJson, string Title, string Creator);

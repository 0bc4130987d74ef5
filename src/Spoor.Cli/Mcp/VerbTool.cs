using System.CommandLine;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using Spoor.Cli.Commands;

namespace Spoor.Cli.Mcp;

/// <summary>A verb of the command line as a tool: the same words, the same answers.</summary>
internal sealed class VerbTool
{
    // What names a file stays out of reach of whoever talks to the server; what only changes the form of the answer is the tool's "format".
    private static readonly HashSet<string> Withheld = new(StringComparer.Ordinal)
    {
        "--json", "--store", "--csv", "--tree", "--svg", "--labels", "--tokens", "--prices", "--holidays", "--withdrawals", "--calldata", "--file", "--rules", "--earlier",
        "--help", "--version",
    };

    private readonly IReadOnlyList<string> _words;
    private readonly Command _verb;
    private readonly Dictionary<string, ToolInput> _inputs;

    private VerbTool(IReadOnlyList<string> words, Command verb, bool writes)
    {
        (_words, _verb, Writes) = (words, verb, writes);
        var options = verb.Options.Where(option => !option.Hidden && !Withheld.Contains(option.Name) && !ToolFolders.IsFixed(option));
        _inputs = verb.Arguments.Select(ToolInput.Of).Concat(options.Select(ToolInput.Of)).ToDictionary(input => input.Name, StringComparer.Ordinal);
    }

    /// <summary><c>labels_find</c> for <c>spoor labels find</c>.</summary>
    public string Name => string.Join('_', _words);

    public bool Writes { get; }

    /// <exception cref="InvalidOperationException">There is no such verb.</exception>
    public static VerbTool Of(string words, IReadOnlyList<Verb> verbs, bool writes)
    {
        string[] path = words.Split(' ');
        Verb? found = null;
        foreach (string word in path)
        {
            found = (found?.Parts ?? verbs).FirstOrDefault(verb => verb.Command.Name == word)
                ?? throw new InvalidOperationException($"There is no verb '{words}'.");
        }

        return new(path, found!.Command, writes);
    }

    public Tool Describe() => new()
    {
        Name = Name,
        Description = $"{_verb.Description} The same as 'spoor {string.Join(' ', _words)}'.",
        InputSchema = ToolSchema.Of(_inputs.Values, _verb.Options.Any(option => option.Name == "--json")),
        Annotations = new() { ReadOnlyHint = !Writes, DestructiveHint = false, OpenWorldHint = false },
    };

    /// <summary>The command line that a call stands for.</summary>
    /// <exception cref="FormatException">The call has an input that the tool has not, or lacks one that it needs.</exception>
    public IReadOnlyList<string> CommandLine(IDictionary<string, JsonElement>? call, ToolFolders folders)
    {
        var given = call ?? new Dictionary<string, JsonElement>();
        List<string> options = [.. folders.WordsFor(_verb)];
        List<string> arguments = [];
        foreach (var (name, value) in given)
        {
            if (name == ToolSchema.Format)
            {
                options.AddRange(ToolSchema.WordsOf(value));
                continue;
            }

            var input = _inputs.GetValueOrDefault(name)
                ?? throw new FormatException($"{Name}: expected {string.Join(", ", _inputs.Keys)}, found '{name}'.");
            options.AddRange(input.IsOption ? input.OptionWords(value) : []);
        }

        // In the order of the verb, whatever the order of the call.
        foreach (var input in _inputs.Values.Where(input => !input.IsOption))
        {
            arguments.AddRange(given.TryGetValue(input.Name, out var value) ? input.Texts(value) : input.Missing());
        }

        return arguments.Count == 0 ? [.. _words, .. options] : [.. _words, .. options, "--", .. arguments];
    }
}

using System.CommandLine;

namespace Spoor.Cli.Commands;

/// <summary>A command of the command line and the examples its help ends with.</summary>
internal sealed record Verb(Command Command, IReadOnlyList<string> Examples)
{
    /// <summary>The commands under it: <c>labels import</c>, <c>labels find</c>.</summary>
    public IReadOnlyList<Verb> Parts { get; init; } = [];

    /// <summary>A command that only holds others.</summary>
    public static Verb Group(string name, string description, params IReadOnlyList<Verb> parts)
    {
        var command = new Command(name, description);
        parts.ToList().ForEach(part => command.Subcommands.Add(part.Command));
        return new(command, [.. parts.Select(part => part.Examples[0])]) { Parts = parts };
    }
}

using System.CommandLine;

namespace Spoor.Cli.Commands;

/// <summary>A command of the command line and the examples its help ends with.</summary>
internal sealed record Verb(Command Command, IReadOnlyList<string> Examples);

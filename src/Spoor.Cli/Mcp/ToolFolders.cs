using System.CommandLine;

namespace Spoor.Cli.Mcp;

/// <summary>Where the tools of a server read and write: fixed when it starts, so that no client can point them elsewhere.</summary>
/// <remarks>Null leaves a verb its own default.</remarks>
internal sealed record ToolFolders(string? Data, string? Incidents, string? Desk)
{
    /// <summary>Whether an option is the server's to give.</summary>
    public static bool IsFixed(Option option) => option.Name is "--data" or "--incidents" or "--desk";

    /// <summary>The words that a verb with these options is run with.</summary>
    public IEnumerable<string> WordsFor(Command verb) =>
        from option in verb.Options
        let folder = option.Name switch { "--data" => Data, "--incidents" => Incidents, "--desk" => Desk, _ => null }
        where folder is not null
        select $"{option.Name}={folder}";
}

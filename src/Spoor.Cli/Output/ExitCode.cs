namespace Spoor.Cli.Output;

/// <summary>What a process ends with; documented in <c>docs/cli.md</c> and in the help, so never renumber.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, and the answer is that there is nothing: no such theft, nothing received, no confirmation.</summary>
    public const int Nothing = 1;

    /// <summary>The command line or a file it names is not right.</summary>
    public const int Input = 2;

    /// <summary>The data folder is missing, in use, of a newer Spoor, or cannot be written.</summary>
    public const int Store = 3;

    /// <summary>An error in Spoor itself.</summary>
    public const int Fault = 4;

    /// <summary>A node does not answer, serves another chain, contradicts itself, or left the branch that is kept too deep.</summary>
    public const int Node = 5;

    /// <summary>Interrupted by the user, as shells number it (128 + SIGINT).</summary>
    public const int Cancelled = 130;
}

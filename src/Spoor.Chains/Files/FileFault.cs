namespace Spoor.Chains.Files;

/// <summary>Something that is not right in a file somebody wrote, and where.</summary>
/// <param name="File">Its name without the folder.</param>
/// <param name="Line">From 1.</param>
/// <param name="IsWarning">Whether the file can be used all the same.</param>
/// <param name="Message">The field, what was expected, what was found.</param>
public sealed record FileFault(string File, long Line, bool IsWarning, string Message)
{
    public override string ToString() => $"{File}, line {Line}{(IsWarning ? ", warning" : "")}: {Message}";
}

namespace Spoor.Chains.Files.Incidents;

/// <summary>Something that is not right in the folder of an incident, and where.</summary>
/// <param name="File">The name of the file within the folder.</param>
/// <param name="Line">From 1.</param>
/// <param name="IsWarning">Whether the folder can be used all the same.</param>
/// <param name="Message">The field, what was expected, what was found.</param>
public sealed record IncidentFault(string File, long Line, bool IsWarning, string Message)
{
    public override string ToString() => $"{File}, line {Line}{(IsWarning ? ", warning" : "")}: {Message}";
}

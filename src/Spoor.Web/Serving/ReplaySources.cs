namespace Spoor.Web.Serving;

/// <summary>Files that whoever starts the server gives it for replaying a watch.</summary>
public sealed record ReplaySources
{
    /// <summary>The watch file; null where one is uploaded.</summary>
    public string? Watch { get; init; }

    /// <summary>What was published of recipients' past; null where it is uploaded.</summary>
    public string? Recipients { get; init; }
}

using Spoor.Workspace.Importing;

namespace Spoor.Web.Serving;

/// <summary>How much a server takes on.</summary>
public sealed record RequestLimits
{
    /// <summary>A body; ten thousand addresses to screen are six hundred thousand bytes.</summary>
    public long MaxBody { get; init; } = 1 << 20;

    /// <summary>A case file that is handed in to be checked.</summary>
    public long MaxCaseFile { get; init; } = 64 << 20;

    /// <summary>All case files that wait or are being checked.</summary>
    public long MaxCaseFilesHeld { get; init; } = 256 << 20;

    /// <summary>A request, from its first byte to the last of its answer; streams and jobs go on longer.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The headers of a request.</summary>
    public TimeSpan LongestHeaders { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Of a body, after five seconds; slower ones are cut off.</summary>
    public int MinBytesPerSecond { get; init; } = 240;

    public TimeSpan GraceOfBody { get; init; } = TimeSpan.FromSeconds(5);

    public int MaxConnections { get; init; } = 1_000;

    /// <summary>Of one caller, on average; 0 for as many as they like.</summary>
    public int PerSecond { get; init; } = 100;

    /// <summary>Of one address that nobody vouches for.</summary>
    public int UnknownPerSecond { get; init; } = 10;

    /// <summary>Answers that take long to work out, at once; others wait.</summary>
    public int HeavyAtOnce { get; init; } = 2;

    public int HeavyWaiting { get; init; } = 32;

    /// <summary>A file that is sent to be imported.</summary>
    public long MaxUpload { get; init; } = 4L << 30;

    /// <summary>Such a file, from its first byte to its last.</summary>
    public TimeSpan LongestUpload { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Of such a file: slower ones are cut off.</summary>
    public int MinUploadBytesPerSecond { get; init; } = 4 << 10;

    /// <summary>Such files that are on their way at once.</summary>
    public int UploadsAtOnce { get; init; } = 4;

    /// <summary>What such a file may unfold to.</summary>
    public FileBounds Files { get; init; } = new();
}

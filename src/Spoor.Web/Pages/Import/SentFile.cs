namespace Spoor.Web.Pages.Import;

/// <summary>A file that a browser sends, or was not let send.</summary>
internal sealed class SentFile(int id, string name, long bytes)
{
    public int Id => id;

    public string Name => name;

    public long Bytes => bytes;

    public bool IsBegun { get; set; }

    public long Sent { get; set; }

    /// <summary>Why it was not taken; null while nothing speaks against it.</summary>
    public string? Refusal { get; set; }

    public long Percent => bytes == 0 ? 100 : Math.Min(100, Sent * 100 / bytes);
}

namespace Spoor.Web.Alerts;

/// <summary>A notice in an alert file.</summary>
/// <param name="Key">Alert and number: names the notice for good.</param>
/// <param name="Offset">Of its first byte.</param>
/// <param name="Length">Without the line feed.</param>
/// <param name="Seen">When this process wrote it, or found it on opening the file.</param>
public readonly record struct AlertEntry(string Key, long Offset, int Length, DateTimeOffset Seen)
{
    /// <summary>Of the line after it.</summary>
    public long Next => Offset + Length + 1;

    public static string KeyOf(string alert, int number) => $"{alert}#{number}";
}

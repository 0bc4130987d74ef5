namespace Spoor.Storage.Journals;

/// <summary>Where a line of a journal lies.</summary>
/// <param name="Length">Without the line feed.</param>
public readonly record struct JournalLine(long Offset, int Length)
{
    /// <summary>Offset of the line after it.</summary>
    public long Next => Offset + Length + 1;
}

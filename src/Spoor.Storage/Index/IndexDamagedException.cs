namespace Spoor.Storage.Index;

/// <summary>An index file is not what was written: cut off, changed, or of another version.</summary>
public sealed class IndexDamagedException : Transfers.AtHandLostException
{
    public IndexDamagedException()
    {
    }

    public IndexDamagedException(string message)
        : base(message)
    {
    }

    public IndexDamagedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

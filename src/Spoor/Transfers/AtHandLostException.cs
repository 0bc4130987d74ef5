namespace Spoor.Transfers;

/// <summary>Transfers that were at hand cannot be read any more; the store itself still answers.</summary>
public class AtHandLostException : Exception
{
    public AtHandLostException()
    {
    }

    public AtHandLostException(string message)
        : base(message)
    {
    }

    public AtHandLostException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

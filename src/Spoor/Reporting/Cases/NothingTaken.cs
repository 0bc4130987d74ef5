namespace Spoor.Reporting.Cases;

/// <summary>Why a case without a theft in the data can say nothing of the way of the money, and what to do about it.</summary>
public static class NothingTaken
{
    /// <summary>To stand after a colon, before a full stop.</summary>
    public const string Reason = "no transfer to the thief's addresses is at hand, and a case begins with what they received";

    /// <summary>For readers of a report; a page leads there itself.</summary>
    public const string Remedy = "Import the transfers of the theft itself, or read them from a node with spoor sync; where the thief received it at another address, name that one in the incident.";
}

using Spoor.Response.Compensation.Books;

namespace Spoor.Reporting.Compensations;

/// <summary>What booking an entry came to, <c>compensation-entry/1</c>.</summary>
public static class CompensationEntryJson
{
    /// <param name="act">The number of the act that was written; null where the entry was known.</param>
    public static void Write(string incident, EntryVerdict verdict, long? act, CompensationBooks books, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "compensation-entry/1");
        json.WriteString("incident", incident);
        json.WriteString("outcome", verdict is EntryVerdict.Fresh ? "booked" : "known");
        if (act is { } number)
        {
            json.WriteNumber("act", number);
        }
        else
        {
            json.WriteNull("act");
        }

        json.WriteNumber("payments", verdict is EntryVerdict.Fresh { Entry: CompensationEntry.Pay pay } ? pay.Payments.Count : 0);
        CompensationJson.WriteAssets(json, books);
    });
}

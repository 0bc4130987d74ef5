using System.Text.Json;
using Spoor.Records;

namespace Spoor.Response.Suspensions;

/// <summary>What a hook's answer says about the state of a subject, once it is read as data from outside.</summary>
public abstract record HookWord
{
    public const string Format = "suspension-state/1";

    private HookWord()
    {
    }

    /// <summary>It named a state of the subject that was asked about.</summary>
    public sealed record Says(string State) : HookWord;

    /// <summary>Nobody answered: a time-out, an error of the server, no connection. It may or may not have been done.</summary>
    public sealed record Silent(string Why) : HookWord;

    /// <summary>It answered something that cannot be believed, or refused.</summary>
    public sealed record Unusable(string Why) : HookWord;

    private static readonly string[] States = [SuspensionWishes.Suspended, SuspensionWishes.Open, "pending"];

    /// <summary>Reads the body of an answer.</summary>
    public static HookWord Read(ReadOnlyMemory<byte> body, SuspensionRequest request)
    {
        var answers = Documents(body);
        if (answers is null)
        {
            return new Unusable("the answer is not JSON");
        }

        if (answers.Count != 1)
        {
            return new Unusable(answers.Count == 0 ? "the answer is empty" : $"it answered {(answers.Count == 2 ? "twice" : $"{answers.Count} times")}");
        }

        string fault = Expected(request).Select(member => FaultOf(answers[0], member.Name, [member.Value])).Append(FaultOf(answers[0], "state", States)).FirstOrDefault(found => found.Length > 0, "");
        return fault.Length > 0 ? new Unusable(fault) : new Says(answers[0].GetProperty("state").GetString()!);
    }

    private static IEnumerable<(string Name, string Value)> Expected(SuspensionRequest request) =>
    [
        ("format", Format), ("key", request.Key), ("asset", request.Subject.Asset), ("chain", request.Subject.Chain), ("direction", request.Subject.Direction.Word()),
    ];

    private static string FaultOf(JsonElement answer, string member, IReadOnlyList<string> expected)
    {
        const int Shown = 80;
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty(member, out var value) || value.ValueKind != JsonValueKind.String)
        {
            return $"the answer has no {member}";
        }

        string found = value.GetString()!;
        return expected.Contains(found) ? "" : $"{member} in the answer: expected {string.Join(" or ", expected)}, found '{found[..Math.Min(found.Length, Shown)]}'";
    }

    // More than one document in a body is an answer given twice; none of them is then believed.
    private static List<JsonElement>? Documents(ReadOnlyMemory<byte> body)
    {
        var reader = new Utf8JsonReader(body.Span, new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = 8 });
        var documents = new List<JsonElement>();
        try
        {
            while (reader.Read())
            {
                long from = reader.TokenStartIndex;
                reader.Skip();
                documents.Add(CanonicalJson.Read(body[(int)from..(int)reader.BytesConsumed]));
            }

            _ = documents.Select(document => CanonicalJson.Of(document)).ToList();
            return documents;
        }
        catch (Exception damaged) when (damaged is JsonException or FormatException)
        {
            return null;
        }
    }
}

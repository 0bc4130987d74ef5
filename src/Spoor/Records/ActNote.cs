using System.Text.Json.Nodes;

namespace Spoor.Records;

/// <summary>What is to be written down as the next act.</summary>
/// <param name="At">Kept to the millisecond.</param>
/// <param name="Kind">Words of small letters with dots between: <c>suspend.requested</c>.</param>
public sealed record ActNote(DateTimeOffset At, string By, string Why, string Kind, JsonObject About);

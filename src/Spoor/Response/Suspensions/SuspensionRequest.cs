using System.Text.Json.Nodes;
using Spoor.Records;

namespace Spoor.Response.Suspensions;

/// <summary>One wish about one subject, as it was written down before anybody was asked.</summary>
/// <param name="Key">The id of the act that wrote it down. Every attempt carries it, so that the exchange does it once.</param>
public sealed record SuspensionRequest(string Key, string Incident, SuspensionSubject Subject, SuspensionWish Wish, string By, string Why)
{
    public const string Format = "suspension/1";

    /// <summary>What the hook gets when it is to act.</summary>
    public byte[] ToOrder() => Message("set");

    /// <summary>What the hook gets when it is only to say how things stand.</summary>
    public byte[] ToQuestion() => Message("state");

    internal static SuspensionRequest Of(Act act, string incident) => new(
        act.Id, incident, SuspensionSubject.Of(act), act.Kind.StartsWith(SuspensionWish.Suspend.Word(), StringComparison.Ordinal) ? SuspensionWish.Suspend : SuspensionWish.Resume, act.By, act.Why);

    private byte[] Message(string ask) => CanonicalJson.Of(new JsonObject
    {
        ["format"] = Format,
        ["ask"] = ask,
        ["key"] = Key,
        ["incident"] = Incident,
        ["asset"] = Subject.Asset,
        ["chain"] = Subject.Chain,
        ["direction"] = Subject.Direction.Word(),
        ["want"] = Wish.State(),
        ["by"] = By,
        ["why"] = Why,
    });
}

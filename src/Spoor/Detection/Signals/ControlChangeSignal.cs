using Spoor.Detection.Owners;
using Spoor.Transfers;

namespace Spoor.Detection.Signals;

/// <summary>S8: somebody was given power over the wallet, or uses an allowance.</summary>
internal sealed class ControlChangeSignal : ISignal
{
    private static readonly int Strong = SignalWeights.Builtin.Of("control-strong");
    private static readonly int Approval = SignalWeights.Builtin.Of("control-approval");
    private static readonly int Foreign = SignalWeights.Builtin.Of("control-foreign");

    public SignalKind Kind => SignalKind.ControlChange;

    /// <summary>Whether a change hands over the wallet itself, not one allowance.</summary>
    public static bool IsStrong(ControlKind kind) =>
        kind is not (ControlKind.Approval or ControlKind.ApprovalForAll or ControlKind.RoleRevoked);

    public Reading Measure(Scene scene)
    {
        var grants = GrantsOf(scene);
        if (grants.Exists(grant => IsStrong(grant.Change.Kind)))
        {
            return new(true, Strong, grants.Count);
        }

        if (grants.Exists(grant => IsUsedBy(scene, grant)))
        {
            return new(true, Approval, grants.Count);
        }

        return IsForeign(scene) ? new(true, Foreign) : scene.Step.Sent is null && grants.Count == 0 ? Reading.Unknown : Reading.Silent;
    }

    public Signal Tell(Scene scene, Reading reading)
    {
        var grants = GrantsOf(scene);
        return new()
        {
            Kind = Kind,
            Weight = reading.Weight,
            Value = reading.Speaks is null ? "the source does not tell who sent the transaction" : ValueOf(scene, grants),
            Threshold = "within 24 hours before",
            Speaks = reading.Speaks,
            Words = reading.Speaks switch
            {
                null => "Whether somebody else moves the coins could not be checked.",
                true => "Somebody else may have power over this wallet.",
                false => "Nobody was given power over the wallet.",
            },
            Evidence = [.. grants.Select(grant => grant.Change.Tx).Distinct().Take(8)],
        };
    }

    private static string ValueOf(Scene scene, List<Grant> grants) => grants.Count > 0
        ? string.Join(", ", grants.Select(grant => $"{grant.Change.Kind} at {grant.Time:HH:mm} to {Words.At(grant.Chain, grant.Change.Holder)}").Distinct().Take(4))
        : IsForeign(scene) ? $"sent by {Words.At(scene.Step.Chain, scene.Step.Sent?.From)}, not by the wallet" : "none seen";

    private static List<Grant> GrantsOf(Scene scene)
    {
        var subject = scene.State.PurseNames[scene.Main.Purse].Address;
        return scene.State.Grants.FindAll(grant => grant.Chain == scene.Step.Chain && grant.Change.Subject == subject);
    }

    private static bool IsUsedBy(Scene scene, Grant grant) =>
        grant.Freshness >= Freshness.Young
        || (grant.Change.Holder is { } holder && (holder == scene.Step.Sent?.From || holder == scene.Step.Sent?.To || holder == scene.Main.To));

    // A wallet that never sends by itself is a contract that others operate: nothing is strange about that.
    private static bool IsForeign(Scene scene) =>
        scene.Step.SentByOwner == false && scene.State.Purses[scene.Main.Purse].Manner.Sent > 0;
}

using Spoor.Workspace.Cases.Seals;

namespace Spoor.Cli.Cases;

/// <summary>Seals into a folder in which an earlier seal of the case may lie: the new one then follows it, and both stay.</summary>
/// <param name="Path">Where the newest seal is.</param>
/// <param name="Earlier">Where the one before it is now; null where there was none, or where it says the same.</param>
internal sealed record FollowingSeal(string Path, string? Earlier)
{
    private const int ShownOfId = 12;

    /// <exception cref="IOException">What is there is no seal of the case, or the folder cannot be written.</exception>
    public static FollowingSeal Write(SealedCase sealedCase, string folder)
    {
        string incident = sealedCase.Manifest.Incident;
        string path = CaseSealCommand.PathOf(folder, incident);
        if (!File.Exists(path))
        {
            return new(CaseSealCommand.Write(sealedCase.ToFile(null), folder, incident), null);
        }

        var there = OpenedCase.Read(path);
        if (there.Manifest is not { } manifest || there.Faults.Count > 0 || manifest.Incident != incident)
        {
            throw new IOException($"{path} is no whole seal of {incident}, so none can follow it, and it is not overwritten. Move it away, or name another folder.");
        }

        return sealedCase.With(manifest.At, manifest.Previous).Id == there.Id ? new(path, null) : Follow(sealedCase.With(null, there.Id), path);
    }

    // Stopped at any place, this leaves every seal whole under one of the names.
    private static FollowingSeal Follow(SealedCase next, string path)
    {
        string id = next.Manifest.Previous!["sha256:".Length..];
        string kept = $"{path[..^".case".Length]}.{id[..ShownOfId]}.case";
        string unfinished = path + ".part";
        File.WriteAllBytes(unfinished, next.ToFile(null));
        File.Move(path, kept);
        File.Move(unfinished, path);
        return new(path, kept);
    }
}

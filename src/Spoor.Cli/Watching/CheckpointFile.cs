using Spoor.Detection;

namespace Spoor.Cli.Watching;

/// <summary>What the detector knew at its last checkpoint, in a file that is whole or not there.</summary>
internal sealed class CheckpointFile(string path)
{
    // Some minutes of several chains: a restart reads those again in seconds, and a large watch does not write all day.
    private const int EveryBlocks = 256;

    public CheckpointKeeping Keeping => new(EveryBlocks, KeepAsync);

    /// <summary>A detector that goes on where the checkpoint was taken; a new one where there is none.</summary>
    /// <exception cref="FormatException">The checkpoint is damaged or of another version.</exception>
    public DrainDetector Open(WatchParts parts)
    {
        if (!File.Exists(path))
        {
            return new(parts.Watch, parts.Prices, parts.Tokens);
        }

        try
        {
            return DrainDetector.Restore(File.ReadAllBytes(path), parts.Watch, parts.Prices, parts.Tokens);
        }
        catch (FormatException damage)
        {
            throw new FormatException($"{path}: {damage.Message}", damage);
        }
    }

    private async Task KeepAsync(byte[] checkpoint, CancellationToken cancellation)
    {
        string partial = path + ".new";
        await using (var file = File.Create(partial))
        {
            await file.WriteAsync(checkpoint, cancellation);
            file.Flush(flushToDisk: true);
        }

        File.Move(partial, path, overwrite: true);
    }
}

using System.Text;
using Spoor.Chains.Files.Incidents;
using Spoor.Incidents;

namespace Spoor.Cli.Incidents;

/// <summary>An incident that a command can be asked about, and the files of its folder.</summary>
internal sealed class KnownIncident
{
    private readonly Func<string, Stream?> _open;
    private readonly Lazy<IncidentFacts> _facts;

    /// <param name="open">Opens a file of the folder by name; null where the folder has none.</param>
    public KnownIncident(string id, string? folder, Func<string, Stream?> open)
    {
        Id = id;
        Folder = folder;
        _open = open;
        _facts = new(() => folder is null ? IncidentFolder.Read(OpenText) : IncidentFolder.Read(folder));
    }

    public string Id { get; }

    /// <summary>Where it lies; null when the program carries it.</summary>
    public string? Folder { get; }

    /// <exception cref="FormatException">The folder is not as it should be.</exception>
    public IncidentFacts Facts => _facts.Value;

    /// <summary>A file of the folder; null where it has none.</summary>
    public Stream? Open(string name) => _open(name);

    public TextReader? OpenText(string name) => _open(name) is { } file ? new StreamReader(file, Encoding.UTF8) : null;

    /// <summary>Writes a file of the folder into another, for an import that reads files.</summary>
    public async Task<string> WriteAsync(string name, string folder, CancellationToken cancellation)
    {
        string path = Path.Combine(folder, name);
        await using var source = Open(name) ?? throw new FormatException($"The incident {Id} has no {name}.");
        await using var copy = File.Create(path);
        await source.CopyToAsync(copy, cancellation);
        return path;
    }
}

using System.Security.Cryptography;
using System.Text;
using Spoor.Attribution;
using Spoor.Chains.Files;
using Spoor.Chains.Files.Incidents;
using Spoor.Incidents;

namespace Spoor.Workspace.Incidents;

/// <summary>An incident that a command can be asked about, and the files of its folder.</summary>
public sealed class KnownIncident
{
    private readonly Func<string, Stream?> _open;
    private readonly Lazy<IncidentFacts> _facts;

    /// <param name="open">Opens a file of the folder by name; null where the folder has none.</param>
    public KnownIncident(string id, string? folder, Func<string, Stream?> open)
    {
        Id = id;
        Folder = folder;
        _open = open;
        _facts = new(Read);
    }

    public string Id { get; }

    /// <summary>Where it lies; null when the program carries it.</summary>
    public string? Folder { get; }

    /// <exception cref="FormatException">The folder is not as it should be.</exception>
    public IncidentFacts Facts => _facts.Value;

    /// <summary>The incident as links and attribution see it, with the hash of its files.</summary>
    /// <exception cref="FormatException">The folder is not as it should be.</exception>
    public TheftCase Case => Facts.ToCase() with { Sha256 = Hash() };

    /// <summary>A file of the folder; null where it has none.</summary>
    public Stream? Open(string name) => _open(name);

    /// <summary>The same, read whole.</summary>
    /// <exception cref="FormatException">It is not UTF-8.</exception>
    public InputFile? Input(string name)
    {
        using var file = Open(name);
        return file is null ? null : InputFile.Read(name, file);
    }

    public TextReader? OpenText(string name) => Input(name)?.OpenText();

    /// <summary>Writes a file of the folder into another, for an import that reads files.</summary>
    public async Task<string> WriteAsync(string name, string folder, CancellationToken cancellation)
    {
        string path = Path.Combine(folder, name);
        await using var source = Open(name) ?? throw new FormatException($"The incident {Id} has no {name}.");
        await using var copy = File.Create(path);
        await source.CopyToAsync(copy, cancellation);
        return path;
    }

    private IncidentFacts Read()
    {
        if (Folder is null)
        {
            return IncidentFolder.Read(OpenText);
        }

        try
        {
            return IncidentFolder.Read(Folder);
        }
        catch (FormatException failure)
        {
            // Many folders are read for one question, and the files are called alike in all of them.
            throw new FormatException($"Incident {Id} in {Folder}: {failure.Message}", failure);
        }
    }

    // Of the name and the bytes of every file that a folder may hold, in the order in which they are read.
    private string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string name in IncidentFiles.Names)
        {
            using var file = Open(name);
            if (file is null)
            {
                continue;
            }

            hash.AppendData(Encoding.UTF8.GetBytes(name + "\0"));
            hash.AppendData(SHA256.HashData(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

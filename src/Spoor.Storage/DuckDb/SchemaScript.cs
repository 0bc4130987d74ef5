using System.Globalization;
using System.Reflection;

namespace Spoor.Storage.DuckDb;

/// <summary>One numbered step of the schema, <c>Schema/NNN.name.sql</c>; once released it is never edited.</summary>
internal sealed record SchemaScript(int Version, string Name, string Sql)
{
    private const string Folder = "Spoor.Storage.Schema.";

    /// <summary>All steps this program knows, in order.</summary>
    internal static IReadOnlyList<SchemaScript> All { get; } =
    [
        .. typeof(SchemaScript).Assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    private static SchemaScript Read(string resource)
    {
        string[] parts = resource[Folder.Length..].Split('.');
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The schema script {resource} is listed but not embedded.");
        using var reader = new StreamReader(stream);
        return new(int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], reader.ReadToEnd());
    }
}

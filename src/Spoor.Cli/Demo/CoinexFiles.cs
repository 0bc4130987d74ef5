using System.Text;

namespace Spoor.Cli.Demo;

/// <summary>The files of <c>examples/coinex-2023</c>, carried inside the program so that the demo works wherever it is.</summary>
internal static class CoinexFiles
{
    public const string Transfers = "transfers.csv";

    public static TextReader OpenText(string name) => new StreamReader(Open(name), Encoding.UTF8);

    /// <summary>Writes a file into a folder, for an import that reads files.</summary>
    public static async Task<string> WriteAsync(string name, string folder, CancellationToken cancellation)
    {
        string path = Path.Combine(folder, name);
        await using var source = Open(name);
        await using var copy = File.Create(path);
        await source.CopyToAsync(copy, cancellation);
        return path;
    }

    private static Stream Open(string name) =>
        typeof(CoinexFiles).Assembly.GetManifestResourceStream(typeof(CoinexFiles), name)
        ?? throw new InvalidOperationException($"The resource {typeof(CoinexFiles).Namespace}.{name} is missing from the build.");
}

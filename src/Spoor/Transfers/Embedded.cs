namespace Spoor.Transfers;

/// <summary>The lists that travel inside the assembly.</summary>
internal static class Embedded
{
    public static Stream Open(string file) =>
        typeof(Embedded).Assembly.GetManifestResourceStream(typeof(Embedded), file)
        ?? throw new InvalidOperationException($"The resource {typeof(Embedded).Namespace}.{file} is missing from the build.");
}

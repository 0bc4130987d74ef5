namespace Spoor.Transfers;

/// <summary>The lists that travel inside the assembly.</summary>
internal static class Embedded
{
    public static Stream Open(string file) => Open(typeof(Embedded), file);

    /// <param name="reader">The type beside whose code the list lies.</param>
    public static Stream Open(Type reader, string file) =>
        reader.Assembly.GetManifestResourceStream(reader, file)
        ?? throw new InvalidOperationException($"The resource {reader.Namespace}.{file} is missing from the build.");
}

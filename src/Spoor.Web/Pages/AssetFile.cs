using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Spoor.Web.Pages;

/// <summary>A script or style of the pages. All lie inside the assembly, and are read once.</summary>
/// <param name="Name">Of the file, such as <c>spoor.css</c>.</param>
/// <param name="Digest">Of its bytes, so that another version has another URL.</param>
internal sealed record AssetFile(string Name, byte[] Bytes, string Digest)
{
    private const string Folder = "asset/";

    private static readonly FrozenDictionary<string, AssetFile> All = Read().ToFrozenDictionary(file => file.Name, StringComparer.Ordinal);

    public static string UrlOf(string name) => $"/assets/{name}?v={All[name].Digest[..16]}";

    /// <summary>Answers with a file; with nothing where there is none of that name.</summary>
    public static IResult Serve(HttpContext context, string name)
    {
        if (!All.TryGetValue(name, out var file))
        {
            return Results.NotFound();
        }

        // Only under the URL that names the version may it be kept for good.
        bool named = context.Request.Query["v"] == file.Digest[..16];
        context.Response.Headers.CacheControl = named ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(file.Bytes, name.EndsWith(".css", StringComparison.Ordinal) ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{file.Digest}\""));
    }

    private static IEnumerable<AssetFile> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (string resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            yield return new(resource[Folder.Length..], bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
    }
}

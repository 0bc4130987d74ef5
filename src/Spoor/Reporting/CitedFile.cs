namespace Spoor.Reporting;

/// <summary>A file that a result rests on, so that a reader can tell whether they hold the same one.</summary>
/// <param name="Name">Without its folder, which says nothing of the content.</param>
/// <param name="Sha256">Of the bytes as they lie on disk, in lower case hexadecimal digits.</param>
public sealed record CitedFile(string Name, string Sha256);

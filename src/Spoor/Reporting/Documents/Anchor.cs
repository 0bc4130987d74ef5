using System.Text.RegularExpressions;

namespace Spoor.Reporting.Documents;

/// <summary>Ids inside a document: only of our own making, so that no text from outside can be one.</summary>
internal static partial class Anchor
{
    /// <exception cref="InvalidOperationException">Not of letters, digits and hyphens; an error in Spoor.</exception>
    public static string Checked(string id) => Id().IsMatch(id) ? id : throw new InvalidOperationException($"Expected an id of a-z, 0-9 and hyphens, found '{id}'.");

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,80}\z")]
    private static partial Regex Id();
}

namespace Spoor.Chains.Files.Labels;

/// <summary>The value of a key in a pack, and the line where it stands.</summary>
/// <param name="Text">The text; JSON for a mapping; the items joined by commas for a list.</param>
/// <param name="IsPlain">Whether it stands without quotes, so that YAML reads <c>0x1f</c> as a number.</param>
/// <param name="Items">The items of a list; the text itself where it is none.</param>
internal sealed record YamlCell(string Text, long Line, bool IsPlain, IReadOnlyList<string> Items)
{
    public bool IsUnquotedHex => IsPlain && Text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
}

/// <summary>One entry of a pack: a tag, an actor, or the header they inherit from.</summary>
internal sealed class YamlEntry(long line)
{
    public long Line => line;

    public Dictionary<string, YamlCell> Cells { get; } = new(StringComparer.Ordinal);
}

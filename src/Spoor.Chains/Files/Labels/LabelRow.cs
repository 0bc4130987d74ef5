using Spoor.Transfers;

namespace Spoor.Chains.Files.Labels;

/// <summary>A field of a label, whatever a format calls it.</summary>
internal enum LabelField
{
    Address,
    Tx,

    /// <summary>A chain that Spoor must know.</summary>
    Chain,

    /// <summary>A chain as the source names it, known to Spoor or not.</summary>
    Network,
    Currency,
    Name,
    Category,
    Abuse,
    Concepts,
    Actor,
    Source,
    Confidence,
    Author,
    Observed,
    Learned,
    Tlp,
    Cluster,
    Context,
}

/// <summary>One label as it stands in a file: text that nobody has checked, and where it stands.</summary>
/// <param name="line">Where the row begins.</param>
internal sealed class LabelRow(long line)
{
    private static readonly int FieldCount = Enum.GetValues<LabelField>().Length;

    private readonly (string? Text, string? Key, long Line)[] _cells = new (string?, string?, long)[FieldCount];

    public long Line => line;

    /// <summary>The chain that the format stands for; null where rows name it.</summary>
    public ChainId? OnChain { get; init; }

    /// <summary>The chain of a 20-byte address filed under a token such as USDT; null for wherever the key is used.</summary>
    public ChainId? TokenHome { get; init; }

    /// <summary>Whether the chain only tells how the address is written, and the label holds wherever the key is used.</summary>
    public bool IsAnywhere { get; set; }

    /// <summary>What a damaged address should have been and why it is none; null where the row has no such address.</summary>
    public string? Damage { get; set; }

    public IReadOnlyList<string> Concepts { get; set; } = [];

    /// <summary>Whom the source repeats, as the row says.</summary>
    public IReadOnlyList<string> DerivedFrom { get; set; } = [];

    /// <summary>Whether the day learned comes from somebody not trusted: it may make a label known later, never earlier.</summary>
    public bool IsLearnedDoubted { get; set; }

    /// <summary>The text without blanks around it; empty where the row has none.</summary>
    public string this[LabelField field] => _cells[(int)field].Text ?? "";

    /// <param name="key">What the file calls the field; null for a value that comes with the format.</param>
    public LabelRow Set(LabelField field, string text, string? key = null, long? at = null)
    {
        _cells[(int)field] = (text.Trim(), key, at ?? line);
        return this;
    }

    /// <summary>Where a field stands; where the row begins if it has none.</summary>
    public long LineOf(LabelField field) => _cells[(int)field].Line is > 0 and long at ? at : line;

    /// <summary>What the file calls a field; our own name for it where it has none.</summary>
    public string KeyOf(LabelField field) => _cells[(int)field].Key ?? field.ToString().ToLowerInvariant();
}

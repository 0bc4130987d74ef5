namespace Spoor.Chains.Evm;

/// <summary>Which object of an answer is being read, for messages: <c>receipts[3].logs[1]</c>.</summary>
internal readonly record struct JsonPlace(string Name, int Index = -1, string? Inner = null, int InnerIndex = -1)
{
    public string Of(string field) => ToString() is { Length: > 0 } object_ ? $"{object_}.{field}" : field;

    public override string ToString()
    {
        string outer = Index < 0 ? Name : $"{Name}[{Index}]";
        return Inner is null ? outer : InnerIndex < 0 ? $"{outer}.{Inner}" : $"{outer}.{Inner}[{InnerIndex}]";
    }
}

using System.Text.Json;

namespace Spoor.Chains.Evm;

/// <summary>Where in a JSON text the value of a field stands, quotes left out.</summary>
internal readonly record struct JsonSlot(int Start, int Length, JsonTokenType Type);

/// <summary>The fields of one sort of JSON object that are read; any other is passed over.</summary>
/// <remarks>Fields are numbered in the order given, those that hold objects or arrays last.</remarks>
internal sealed class FieldNames
{
    private readonly byte[][] _names;
    private readonly int[][] _byLength;
    private readonly int _firstNested;

    public FieldNames(ReadOnlySpan<string> plain, params ReadOnlySpan<string> nested)
    {
        _firstNested = plain.Length;
        string[] all = [.. plain, .. nested];
        _names = [.. all.Select(System.Text.Encoding.ASCII.GetBytes)];
        _byLength = new int[_names.Max(name => name.Length) + 1][];
        for (int length = 0; length < _byLength.Length; length++)
        {
            _byLength[length] = [.. Enumerable.Range(0, _names.Length).Where(field => _names[field].Length == length)];
        }
    }

    public int Count => _names.Length;

    public string this[int field] => System.Text.Encoding.ASCII.GetString(_names[field]);

    public bool IsNested(int field) => field >= _firstNested;

    /// <returns>The number of the field; -1 when it is not read.</returns>
    public int Find(ReadOnlySpan<byte> name)
    {
        if (name.Length >= _byLength.Length)
        {
            return -1;
        }

        foreach (int field in _byLength[name.Length])
        {
            if (name.SequenceEqual(_names[field]))
            {
                return field;
            }
        }

        return -1;
    }
}

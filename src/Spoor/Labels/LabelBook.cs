using Spoor.Transfers;

namespace Spoor.Labels;

/// <summary>Labels by address, looked up in constant time.</summary>
public sealed class LabelBook
{
    public static readonly LabelBook Empty = new([]);

    private readonly Dictionary<Address, List<Label>> _labels = [];

    /// <param name="labels">In order of preference: of several labels on one address the first is the one shown.</param>
    public LabelBook(IEnumerable<Label> labels)
    {
        foreach (var label in labels)
        {
            if (!_labels.TryGetValue(label.Address, out var ofAddress))
            {
                _labels[label.Address] = ofAddress = [];
            }

            ofAddress.Add(label);
        }
    }

    /// <summary>How many addresses have a label.</summary>
    public int Count => _labels.Count;

    /// <summary>The preferred label of an address on a chain, or null when nothing is known of it.</summary>
    public Label? Of(ChainId chain, Address address) =>
        _labels.TryGetValue(address, out var ofAddress)
            ? ofAddress.Find(label => label.Chain is null || label.Chain == chain)
            : null;
}

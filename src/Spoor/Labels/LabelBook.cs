using Spoor.Transfers;

namespace Spoor.Labels;

/// <summary>Labels by what they are about, looked up in constant time.</summary>
public sealed class LabelBook
{
    public static readonly LabelBook Empty = new([]);

    private readonly Dictionary<Address, List<Label>> _ofAddresses = [];
    private readonly Dictionary<LabelSubject, List<Label>> _ofOthers = [];

    /// <param name="labels">In order of preference: of several labels on one address the first is the one shown.</param>
    public LabelBook(IEnumerable<Label> labels)
    {
        foreach (var label in labels)
        {
            if (label.Address is { } address)
            {
                Add(_ofAddresses, address, label);
            }
            else
            {
                Add(_ofOthers, label.Subject, label);
            }
        }
    }

    /// <summary>How many addresses and transactions have a label.</summary>
    public int Count => _ofAddresses.Count + _ofOthers.Count;

    /// <summary>The preferred label of an address on a chain, or null when nothing is known of it.</summary>
    public Label? Of(ChainId chain, Address address) => OfKey(address).FirstOrDefault(label => label.Covers(chain));

    /// <summary>All labels of an address on a chain, in order of preference.</summary>
    public IEnumerable<Label> AllOf(ChainId chain, Address address) => OfKey(address).Where(label => label.Covers(chain));

    /// <summary>All labels of an address on whatever chain: the same key is the same holder, or the same custodian.</summary>
    public IReadOnlyList<Label> OfKey(Address address) => _ofAddresses.GetValueOrDefault(address) ?? [];

    /// <summary>All labels of a subject, in order of preference; those of an address on a chain include the ones for every chain.</summary>
    public IEnumerable<Label> AllOf(LabelSubject subject) => subject is LabelSubject.OfAddress { Address: var address } account
        ? OfKey(address).Where(label => account.Chain is not { } chain || label.Covers(chain))
        : _ofOthers.GetValueOrDefault(subject) ?? [];

    /// <summary>These labels and then those of another book, which rank behind them.</summary>
    public LabelBook Then(LabelBook other) => new(All.Concat(other.All));

    /// <summary>Whether any label comes from a source.</summary>
    public bool HasSource(string source) => All.Any(label => label.Source == source);

    /// <summary>The labels that are to be used, in the same order of preference.</summary>
    public LabelBook Where(Func<Label, bool> used) =>
        new(All.Where(used));

    /// <summary>Every label, in no order that means anything.</summary>
    public IEnumerable<Label> Labels => All;

    private IEnumerable<Label> All => _ofAddresses.Values.Concat(_ofOthers.Values).SelectMany(labels => labels);

    private static void Add<TKey>(Dictionary<TKey, List<Label>> labels, TKey key, Label label)
        where TKey : notnull
    {
        if (!labels.TryGetValue(key, out var ofKey))
        {
            labels[key] = ofKey = [];
        }

        ofKey.Add(label);
    }
}

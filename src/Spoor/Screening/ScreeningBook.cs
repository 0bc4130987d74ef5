using Spoor.Labels;
using Spoor.Screening.Grounds;
using Spoor.Transfers;

namespace Spoor.Screening;

/// <summary>Labels, transfers and rules at one moment, from which any address is screened.</summary>
/// <remarks>Nothing of it changes once it is built, so it is read by as many threads as there are; new labels or rules make a new book on the same transfers.</remarks>
public sealed class ScreeningBook
{
    private readonly IReadOnlyList<ChainGround> _grounds;
    private readonly IReadOnlyList<byte[]> _marks;

    private ScreeningBook(IReadOnlyList<ChainGround> grounds, LabelBook labels, SourceLineage lineage, TokenList tokens, ScreeningRules rules)
    {
        (_grounds, Labels, Lineage, Tokens, Rules) = (grounds, labels, lineage, tokens, rules);
        _marks = [.. grounds.Select(MarksOf)];
        Heads = [.. grounds.Select(ground => new ScreenedChain(ground.Chain, ground.Highest, ground.Count))];
    }

    public LabelBook Labels { get; }

    public SourceLineage Lineage { get; }

    public TokenList Tokens { get; }

    public ScreeningRules Rules { get; }

    /// <summary>What was at hand, in order of chain.</summary>
    public IReadOnlyList<ScreenedChain> Heads { get; }

    internal IReadOnlyList<ChainGround> Grounds => _grounds;

    /// <summary>Builds a book; the ground can be used for nothing after it.</summary>
    public static ScreeningBook Build(ScreeningGround ground, LabelBook labels, SourceLineage lineage, TokenList tokens, ScreeningRules rules) =>
        new(ground.Build(), labels, lineage, tokens, rules);

    public ScreeningBook WithLabels(LabelBook labels, SourceLineage lineage) => new(_grounds, labels, lineage, Tokens, Rules);

    public ScreeningBook WithRules(ScreeningRules rules) => new(_grounds, Labels, Lineage, Tokens, rules);

    /// <summary>All that is known of an address.</summary>
    /// <param name="chain">Null for all chains at hand: the same key is the same holder, or the same custodian.</param>
    public AddressScreening Screen(Address address, ChainId? chain) => new Screener(this, address, chain).Screen();

    /// <summary>What an address is taken for when money meets it; null when no label says.</summary>
    /// <remarks>A thief's key is the thief's on every chain, so a label of a crime counts on all; any other only on the chains it speaks of.</remarks>
    internal (ExposureCategory Category, Label Label)? KnownAs(ChainId chain, Address address) =>
        ExposureCategories.Gravest(Labels.AllOf(chain, address))
        ?? (ExposureCategories.Gravest(Labels.OfKey(address)) is { Category: <= ExposureCategory.Crime } crime ? crime : null);

    internal byte[] MarksOn(int ground) => _marks[ground];

    // 0 for an address that is followed, else one more than the category.
    private byte[] MarksOf(ChainGround ground)
    {
        byte[] marks = new byte[ground.Addresses.Count];
        for (int number = 0; number < marks.Length; number++)
        {
            if (KnownAs(ground.Chain, ground.Addresses[number]) is { } gravest)
            {
                marks[number] = (byte)(gravest.Category + 1);
            }
            else if (ground.CounterpartiesOf(number, Rules.Method.HubCounterparties) >= Rules.Method.HubCounterparties)
            {
                marks[number] = (byte)(ExposureCategory.UnlabelledService + 1);
            }
        }

        return marks;
    }
}

/// <summary>What a book holds of a chain.</summary>
/// <param name="Block">The last block with a transfer.</param>
public sealed record ScreenedChain(ChainId Chain, long Block, long Transfers);

using Spoor.Labels;

namespace Spoor.Chains.Files.Labels;

/// <summary>What a label file says.</summary>
public sealed record LabelFileContent
{
    /// <summary>The kind of file it was taken for: <c>TagPack</c>, <c>OFAC CSV</c>.</summary>
    public required string Format { get; init; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Label> Labels { get; init; } = [];

    /// <inheritdoc cref="Labels"/>
    public IReadOnlyList<Actor> Actors { get; init; } = [];

    /// <summary>Sources the file describes, or that Spoor knows to stand behind this kind of file.</summary>
    public IReadOnlyList<Citation> Sources { get; init; } = [];

    /// <summary>Rows that name no address at all, such as a heading copied into the middle of a list; they do no harm.</summary>
    public IReadOnlyList<LabelFault> PassedOver { get; init; } = [];

    /// <summary>Labels among <see cref="Labels"/> whose address does not decode and is kept as written; the first hundred of <see cref="DamagedCount"/>.</summary>
    public IReadOnlyList<LabelFault> Damaged { get; init; } = [];

    public int DamagedCount { get; init; }

    /// <summary>What is true of many rows and no fault, but to be known.</summary>
    public IReadOnlyList<LabelRemark> Remarks { get; init; } = [];

    /// <summary>Faulty rows left out because the caller asked for that; the first hundred of <see cref="FaultCount"/>.</summary>
    public IReadOnlyList<LabelFault> Faults { get; init; } = [];

    public int FaultCount { get; init; }
}

/// <summary>What a reader assumed or left aside, and in how many labels.</summary>
public sealed record LabelRemark(string Text, int Labels);

namespace Spoor.Tracing;

/// <summary>When an opening balance enters the books of its holding; docs/methods/openings.md says what speaks for each.</summary>
public enum OpeningEntry
{
    /// <summary>When the holding first lacks it, so that later data never change what an earlier trace said.</summary>
    WhenNeeded,

    /// <summary>Before the first transfer, as the word says; what was there all along also mixes with taint all along.</summary>
    FromBeginning,
}

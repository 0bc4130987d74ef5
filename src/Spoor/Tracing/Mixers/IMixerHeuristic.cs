namespace Spoor.Tracing.Mixers;

/// <summary>One way to find hypotheses on who withdrew what; it changes nothing and knows nothing of the other ways.</summary>
public interface IMixerHeuristic
{
    /// <summary>Hypotheses in whatever order; the search puts them in order.</summary>
    IEnumerable<MixerHypothesis> Find(MixerGround ground);

    /// <summary>What could not be looked at and why, in a sentence; null where all could.</summary>
    string? Unchecked(MixerGround ground) => null;
}

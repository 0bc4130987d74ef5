using Spoor.Attribution.Linking;

namespace Spoor.Attribution.Checks;

/// <summary>One way in which a link can turn out to be innocent, and how it is looked for.</summary>
internal interface ICounterCheck
{
    /// <summary>As its method page is called: <c>service</c>.</summary>
    string Name { get; }

    int Version { get; }

    /// <summary>Whether the explanation is possible for such a link at all.</summary>
    bool AppliesTo(LinkCandidate candidate);

    /// <summary>What was found; the sentence names sides in an order that does not depend on who asks.</summary>
    CounterCheck Check(LinkCandidate candidate, CheckGround ground);
}

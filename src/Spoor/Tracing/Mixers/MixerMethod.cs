namespace Spoor.Tracing.Mixers;

/// <summary>One way to tell which withdrawal from a mixer is of which deposit.</summary>
/// <param name="Id">How reports name it.</param>
/// <param name="Title">What it looks at.</param>
/// <param name="Version">Raised whenever it could give another result on the same input.</param>
/// <param name="HitPerMillion">How often the true source is taken to show the pattern, in millionths; an assumption, see its page.</param>
/// <param name="TiesNotes">Whether it says which notes a withdrawal is of; else only that one person is behind both.</param>
/// <param name="Page">The page of <c>docs/methods</c> on it.</param>
public sealed record MixerMethod(string Id, string Title, int Version, long HitPerMillion, bool TiesNotes, string Page)
{
    public static readonly MixerMethod AddressMatch = new("T1", "same address", 1, 100_000, true, "mixer-address");

    public static readonly MixerMethod OtherPool = new("T1-other-pool", "same address, another pool", 1, 20_000, false, "mixer-address");

    public static readonly MixerMethod GasPrice = new("T2", "unique gas price", 1, 100_000, true, "mixer-gas-price");

    public static readonly MixerMethod Denominations = new("T3", "the same notes of several pools", 1, 500_000, true, "mixer-denominations");

    public static readonly MixerMethod LinkedAddress = new("T4", "ordinary transfers between the two", 1, 100_000, true, "mixer-linked-address");

    public static readonly MixerMethod Mining = new("T5", "blocks told by anonymity mining", 1, 500_000, true, "mixer-mining");

    public static readonly MixerMethod InOrder = new("T6", "a series that comes out in order", 1, 500_000, true, "mixer-series");

    public static readonly MixerMethod Volume = new("T7", "as many notes out as in", 1, 500_000, true, "mixer-series");

    /// <summary>In order of <see cref="Id"/>.</summary>
    public static readonly IReadOnlyList<MixerMethod> All = [AddressMatch, OtherPool, GasPrice, Denominations, LinkedAddress, Mining, InOrder, Volume];

    public override string ToString() => Id;
}

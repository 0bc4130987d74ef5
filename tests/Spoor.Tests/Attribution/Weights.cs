using Spoor.Attribution;

namespace Spoor.Tests.Attribution;

/// <summary>Evidence of any weight, as the laws need it.</summary>
internal static class Weights
{
    public static Evidence Of(decimal log10, string about, params string[] restsOn) => OfClass(EvidenceClass.Structural, "made-up", log10, about, restsOn);

    public static Evidence Habit(string id, decimal log10, string about) => OfClass(EvidenceClass.Behavioural, id, log10, about);

    public static Evidence OfClass(EvidenceClass kind, string id, decimal log10, string about, params string[] restsOn) => new()
    {
        Likelihood = new() { Id = id, Title = "Made up", Class = kind, Log10 = log10, Source = "a test", Error = "none", IsProduced = false, Method = "none" },
        About = about,
        RestsOn = restsOn,
    };
}

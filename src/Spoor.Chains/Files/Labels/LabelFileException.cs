namespace Spoor.Chains.Files.Labels;

/// <summary>A label file is refused; nothing of it is to be used.</summary>
public sealed class LabelFileException : FormatException
{
    internal LabelFileException(IReadOnlyList<LabelFault> faults, bool isCutShort = false)
        : base(string.Join("\n", faults) + (isCutShort ? $"\nThere may be more; only the first {faults.Count} are listed." : "")) =>
        Faults = faults;

    /// <summary>In the order of the file; the first hundred.</summary>
    public IReadOnlyList<LabelFault> Faults { get; }
}

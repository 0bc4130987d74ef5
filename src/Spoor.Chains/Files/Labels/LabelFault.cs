namespace Spoor.Chains.Files.Labels;

/// <summary>One thing wrong with a label file.</summary>
/// <param name="Line">From 1; the line of the file as an editor counts it.</param>
/// <param name="Field">The column, key or element.</param>
/// <param name="Expected">What should stand there, and what to do where that is not plain.</param>
/// <param name="Found">What stands there, shortened and on one line.</param>
public sealed record LabelFault(string File, long Line, string Field, string Expected, string Found)
{
    public override string ToString() => $"{File}, line {Line}, {Field}: expected {Expected}, found '{Found}'.";
}

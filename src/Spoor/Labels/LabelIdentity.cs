using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Spoor.Labels;

/// <summary>The id of a label: a digest of all that it says, so that the same statement has the same id wherever it is read.</summary>
/// <remarks>
/// The day it was learned is left out: a label imported twice is one label. Every field is written with its length, so that
/// no text in one can be taken for another. A change here changes every id and needs a new version in the first line.
/// </remarks>
public static class LabelIdentity
{
    private const int Bytes = 16;

    /// <summary>32 hex digits in lower case: the first half of SHA-256.</summary>
    public static string Of(Label label) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalText(label))).AsSpan(0, Bytes));

    private static string CanonicalText(Label label)
    {
        var text = new StringBuilder("label/1\n");
        Add(text, label.Subject.GetType().Name);
        Add(text, label.Subject.ToString()!);
        Add(text, label.Name);
        Add(text, label.Category);
        Add(text, label.Abuse);
        Add(text, label.Concepts.Count.ToString(CultureInfo.InvariantCulture));
        foreach (string concept in label.Concepts)
        {
            Add(text, concept);
        }

        Add(text, label.Actor ?? "");
        Add(text, label.Source);
        Add(text, label.Confidence.Id);
        Add(text, label.Author);
        Add(text, label.Observed?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
        Add(text, TlpText.Of(label.Tlp));
        Add(text, label.Currency);
        Add(text, label.IsClusterDefiner ? "cluster" : "address");
        Add(text, label.Context);
        return text.ToString();
    }

    private static void Add(StringBuilder text, string field) =>
        text.Append(CultureInfo.InvariantCulture, $"{field.Length}:").Append(field).Append('\n');
}

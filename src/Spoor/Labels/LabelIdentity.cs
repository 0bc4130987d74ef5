using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Spoor.Labels;

/// <summary>The id of a label, derived from what it says: the same label from two files is one.</summary>
public static class LabelIdentity
{
    /// <summary>SHA-256 over every field but <see cref="Label.Learned"/>, 64 hex digits.</summary>
    public static string Of(Label label)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            string?[] words =
            [
                label.Subject.GetType().Name, label.Subject.ToString(), label.Name, label.Category, label.Abuse, label.Actor, label.Source,
                label.Confidence.Id, label.Author, label.Observed?.DayNumber.ToString(System.Globalization.CultureInfo.InvariantCulture),
                TlpText.Of(label.Tlp), label.Currency, label.IsClusterDefiner ? "cluster" : "", label.Context, .. label.Concepts,
            ];
            words.ToList().ForEach(json.WriteStringValue);
            json.WriteNumberValue(label.Confidence.Level);
            json.WriteEndArray();
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan));
    }
}

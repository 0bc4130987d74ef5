using System.Text.Json;
using Spoor.Reporting;
using Spoor.Storage.Journals;
using Spoor.Web.Alerts;

namespace Spoor.Web.Webhooks;

/// <summary>What of the alert file a target has, and what it never got: two files that outlive the process.</summary>
public sealed class WebhookFiles
{
    private const string CursorFormat = "webhook-cursor/1";
    private const string DeadFormat = "dead-letter/1";

    private readonly string _cursor;
    private readonly AlertLog _log;

    /// <param name="folder">Of all targets' files.</param>
    public WebhookFiles(string folder, WebhookTarget target, AlertLog log)
    {
        Directory.CreateDirectory(folder);
        _cursor = Path.Combine(folder, $"{target.FileName}.cursor.json");
        _log = log;
        DeadLetters = Path.Combine(folder, $"{target.FileName}.dead.jsonl");
    }

    public string DeadLetters { get; }

    /// <summary>Which notice of the alert file comes next. A new target starts at its end: old alerts are not news.</summary>
    /// <exception cref="FormatException">The cursor does not fit the alert file.</exception>
    public int Next()
    {
        if (!File.Exists(_cursor))
        {
            Reached(_log.Length);
        }

        return _log.IndexAt(Read()) ?? throw new FormatException(
            $"{_cursor}: no notice of {_log.Path} begins where this target stopped, so the alert file was changed or replaced. "
            + "Delete the cursor to send only what is new.");
    }

    /// <summary>Remembers that everything before an offset is done with. On disk before this returns, whole or not at all.</summary>
    public void Reached(long offset)
    {
        string partial = _cursor + ".new";
        using (var file = File.Create(partial))
        {
            JsonText.Write(file, json =>
            {
                json.WriteString("spoor", CursorFormat);
                json.WriteNumber("next", offset);
            });
            file.Flush(flushToDisk: true);
        }

        File.Move(partial, _cursor, overwrite: true);
    }

    /// <summary>Puts a notice aside for good; after a kill at the wrong moment it may lie there twice.</summary>
    public void PutAside(string id, byte[] document, int attempts, string why, DateTimeOffset now)
    {
        using var letter = new MemoryStream();
        using (var json = new Utf8JsonWriter(letter))
        {
            json.WriteStartObject();
            json.WriteString("spoor", DeadFormat);
            json.WriteString("id", id);
            json.WriteString("time", Rendered.Moment(now));
            json.WriteNumber("attempts", attempts);
            json.WriteString("why", why);
            json.WritePropertyName("notice");
            json.WriteRawValue(document);
            json.WriteEndObject();
        }

        using var letters = Journal.Open(DeadLetters);
        letters.Append(letter.ToArray());
    }

    private long Read()
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(_cursor));
            return document.RootElement.GetProperty("next").GetInt64();
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new FormatException($"{_cursor}: expected {CursorFormat} with a member next, found something else. Delete it to send only what is new.", failure);
        }
    }
}

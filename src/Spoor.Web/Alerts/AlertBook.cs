using System.Text.Json;
using Spoor.Web.Api;

namespace Spoor.Web.Alerts;

/// <summary>The alerts of a file that a watch writes, each as its newest notice tells it; read on from where it was read last.</summary>
internal sealed class AlertBook(string path)
{
    // More than anybody scrolls through; of older ones the file tells.
    private const int Most = 1_000;
    private const int Batch = 500;

    private readonly AlertTail _tail = new(path);
    private readonly Dictionary<string, (long Order, ToldAlert Alert)> _alerts = new(StringComparer.Ordinal);
    private long _read;
    private long _order;

    /// <summary>Lines that are no notices, or of another version.</summary>
    public int Unreadable { get; private set; }

    /// <summary>The one that was told of last first.</summary>
    public IEnumerable<ToldAlert> Newest => _alerts.Values.OrderByDescending(told => told.Order).Select(told => told.Alert);

    /// <summary>Reads what was added.</summary>
    /// <returns>Whether anything was.</returns>
    public async Task<bool> ReadOnAsync(CancellationToken cancellation)
    {
        long length = File.Exists(path) ? new FileInfo(path).Length : 0;
        if (length < _read)
        {
            // Another file took its place.
            (_read, Unreadable) = (0, 0);
            _alerts.Clear();
        }

        bool any = false;
        while (length > _read && await _tail.ReadAsync(_read, Batch, cancellation) is { Count: > 0 } lines)
        {
            lines.ToList().ForEach(line => Take(line.Line));
            _read = lines[^1].End;
            any = true;
        }

        if (any)
        {
            Forget();
        }

        return any;
    }

    private void Take(byte[] line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var told = ToldAlert.Read(document.RootElement);
            _alerts[told.Id] = (_order++, _alerts.TryGetValue(told.Id, out var before) ? told with { Began = before.Alert.Began } : told);
        }
        catch (Exception failure) when (failure is JsonException or FormatException)
        {
            // One bad line must not hide the alert behind it; that there was one is shown.
            Unreadable++;
        }
    }

    private void Forget()
    {
        foreach (string old in _alerts.OrderByDescending(told => told.Value.Order).Skip(Most).Select(told => told.Key).ToList())
        {
            _alerts.Remove(old);
        }
    }
}

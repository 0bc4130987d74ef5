namespace Spoor.Detection;

/// <summary>Where alerts go: a file, a screen, a webhook.</summary>
public interface IAlertSink
{
    /// <summary>Takes a notice and returns at once; it may be told the same notice again after a restart and tells it on once.</summary>
    ValueTask TellAsync(AlertNotice notice, CancellationToken cancellation);
}

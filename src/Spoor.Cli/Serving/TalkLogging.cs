using Microsoft.Extensions.Logging;
using Spoor.Cli.Output;

namespace Spoor.Cli.Serving;

/// <summary>What a server logs, as lines of standard error.</summary>
internal sealed class TalkLogging(TextWriter talk) : ILoggerProvider
{
    private readonly Lock _gate = new();

    public ILogger CreateLogger(string categoryName) => new TalkLogger(this);

    public void Dispose()
    {
    }

    private void Say(string line)
    {
        lock (_gate)
        {
            talk.WriteLine(MessageText.Of(line));
        }
    }

    private sealed class TalkLogger(TalkLogging logging) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                // Where it came from, not what it says: that may hold what a stranger typed.
                string from = exception?.GetBaseException() is { } cause ? $" ({cause.GetType().FullName} {cause.StackTrace})" : "";
                logging.Say($"{logLevel}: {formatter(state, exception)}{from}");
            }
        }
    }
}

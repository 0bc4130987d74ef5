using Spoor.Cli.Output;
using Spoor.Detection;
using Spoor.Reporting;

namespace Spoor.Cli.Watching;

/// <summary>Notices as lines of standard output: words for people, <c>alert/1</c> for programs.</summary>
internal sealed class NoticeLines(Terminal terminal, bool isJson) : IAlertSink
{
    private readonly Lock _gate = new();

    public ValueTask TellAsync(AlertNotice notice, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (isJson)
            {
                terminal.Bytes.Write((byte[])[.. AlertJson.Document(notice), (byte)'\n']);
                terminal.Bytes.Flush();
                return ValueTask.CompletedTask;
            }

            foreach (string line in NoticeText.Lines(notice))
            {
                terminal.Line(MessageText.Of(line));
            }

            terminal.Line();
        }

        return ValueTask.CompletedTask;
    }
}

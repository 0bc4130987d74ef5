using System.Text;

namespace Spoor.Tests.Cli.Serving;

/// <summary>Standard output of a verb that runs on: its first line as soon as it is there.</summary>
internal sealed class LineStream : MemoryStream
{
    private readonly TaskCompletionSource<string> _line = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task<string> FirstLineAsync(Task<int> running)
    {
        await Task.WhenAny(_line.Task, running);
        return _line.Task.IsCompleted ? await _line.Task : throw new IOException($"The verb ended with {await running} before it said anything.");
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        base.Write(buffer);
        Look();
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        base.Write(buffer, offset, count);
        Look();
    }

    private void Look()
    {
        if (Encoding.UTF8.GetString(ToArray()).Split('\n') is [var first, _, ..])
        {
            _line.TrySetResult(first);
        }
    }
}

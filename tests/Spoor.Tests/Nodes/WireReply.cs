using System.Text;

namespace Spoor.Tests.Nodes;

/// <summary>What a server sends back, down to what no honest server would.</summary>
internal sealed record WireReply
{
    public string Status { get; init; } = "200 OK";

    public IReadOnlyList<string> Headers { get; init; } = [];

    public byte[] Body { get; init; } = [];

    /// <summary>The length it claims; null for the true one.</summary>
    public long? ClaimedLength { get; init; }

    /// <summary>Ends the connection without a word.</summary>
    public bool Drops { get; init; }

    /// <summary>Goes on sending until the other side has had enough.</summary>
    public bool IsEndless { get; init; }

    /// <summary>Answers only after this.</summary>
    public Task After { get; init; } = Task.CompletedTask;

    public static WireReply Json(string text) => new() { Body = Encoding.UTF8.GetBytes(text) };

    public static WireReply Of(string status, string text = "", params string[] headers) =>
        new() { Status = status, Body = Encoding.UTF8.GetBytes(text), Headers = headers };
}

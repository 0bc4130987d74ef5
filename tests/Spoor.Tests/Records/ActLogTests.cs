using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Spoor.Records;

namespace Spoor.Tests.Records;

public sealed class ActLogTests
{
    private static readonly DateTimeOffset Noon = new(2023, 9, 12, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_line_is_canonical_json_and_its_id_is_the_hash_of_the_rest()
    {
        var act = ActLog.Empty.Next(new(Noon, "Ana", "first alert", "note.aware", new JsonObject { ["at"] = "2023-09-12T13:21:00Z" }));

        string body = """{"about":{"at":"2023-09-12T13:21:00Z"},"at":"2023-09-12T12:00:00.000Z","by":"Ana","format":"act/1","kind":"note.aware","number":1,"previous":"sha256:0000000000000000000000000000000000000000000000000000000000000000","why":"first alert"}""";
        string id = "sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        Assert.Equal(id, act.Id);
        Assert.Equal(body.Replace("\"kind\"", $"\"id\":\"{id}\",\"kind\"", StringComparison.Ordinal), Encoding.UTF8.GetString(ActLog.LineOf(act)));
    }

    [Fact]
    public void What_was_written_is_read_back_as_the_same_acts()
    {
        var log = Of(5);

        var read = ActLog.Read(Lines(log), "acts.jsonl");

        Assert.Equal(log.Acts, read.Acts);
        Assert.Equal(log.Head, read.Head);
    }

    [Fact]
    public void Any_changed_byte_of_any_line_is_found_and_the_line_is_named()
    {
        byte[][] lines = [.. Lines(Of(4)).Select(line => line.ToArray())];
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 150], Gen.Int[0, 7]).Sample((line, place, bit) =>
        {
            byte[] changed = [.. lines[line]];
            changed[place] ^= (byte)(1 << bit);
            var fault = Assert.Throws<FormatException>(() => ActLog.Read(lines.Select((bytes, i) => (ReadOnlyMemory<byte>)(i == line ? changed : bytes)), "acts.jsonl"));
            return fault.Message.StartsWith($"acts.jsonl, line {line + 1}: ", StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(0, "acts.jsonl, line 1: number: expected 1, found 2")]
    [InlineData(2, "acts.jsonl, line 3: number: expected 3, found 4")]
    public void A_line_left_out_is_found(int left, string message)
    {
        var lines = Lines(Of(4)).Where((_, i) => i != left);

        Assert.StartsWith(message, Assert.Throws<FormatException>(() => ActLog.Read(lines, "acts.jsonl")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_past_act_written_anew_with_a_right_hash_breaks_the_chain_behind_it()
    {
        var log = Of(3);
        var other = ActLog.Empty.Next(new(Noon, "Ana", "something else", "note.aware", []));
        ReadOnlyMemory<byte>[] lines = [ActLog.LineOf(other), .. Lines(log).Skip(1)];

        var fault = Assert.Throws<FormatException>(() => ActLog.Read(lines, "acts.jsonl"));

        Assert.StartsWith($"acts.jsonl, line 2: previous: expected {other.Id}", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"by\":\"Ana\"", "\"by\":7", "by: expected text, found 'Number'")]
    [InlineData("\"format\":\"act/1\"", "\"format\":\"act/2\"", "format: expected act/1, found 'act/2'")]
    [InlineData("\"number\":1", "\"number\":-1", "id: expected sha256:")]
    [InlineData("\"why\":", "\"w\":", "expected the members about, at, by")]
    [InlineData("\"number\":1", "\"number\": 1", "expected canonical JSON")]
    [InlineData("{\"about\"", "[\"about\"", "expected a line of JSON")]
    [InlineData("12:01:00.000Z", "12:01:00Z", "at: expected a time like")]
    [InlineData("\"about\":{}", "\"about\":[]", "about: expected an object")]
    public void A_message_names_what_is_wrong(string old, string changed, string message)
    {
        string line = Encoding.UTF8.GetString(Lines(Of(1)).Single().Span).Replace(old, changed, StringComparison.Ordinal);

        var fault = Assert.Throws<FormatException>(() => ActLog.Read([Encoding.UTF8.GetBytes(line)], "acts.jsonl"));

        Assert.StartsWith($"acts.jsonl, line 1: {message}", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "why", "note.aware")]
    [InlineData("Ana", "  ", "note.aware")]
    [InlineData("Ana", "why", "Note aware")]
    public void A_note_without_who_why_or_a_kind_is_not_written_down(string by, string why, string kind) =>
        Assert.Throws<FormatException>(() => ActLog.Empty.Next(new(Noon, by, why, kind, [])));

    [Fact]
    public void Half_a_character_is_not_written_down() =>
        Assert.Throws<FormatException>(() => ActLog.Empty.Next(new(Noon, "Ana", "why \ud83d", "note.aware", [])));

    [Fact]
    public void An_act_of_another_log_is_not_taken()
    {
        var act = Of(2).Next(new(Noon, "Ana", "why", "note.aware", []));

        Assert.Throws<ArgumentException>(() => Of(1).With(act));
    }

    internal static ActLog Of(int acts) => Enumerable.Range(1, acts).Aggregate(
        ActLog.Empty,
        (log, number) => log.With(log.Next(new(Noon.AddMinutes(number), "Ana", $"reason {number}", "note.aware", []))));

    private static IEnumerable<ReadOnlyMemory<byte>> Lines(ActLog log) => log.Acts.Select(act => (ReadOnlyMemory<byte>)ActLog.LineOf(act));
}

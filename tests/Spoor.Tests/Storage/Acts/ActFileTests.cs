using Spoor.Records;
using Spoor.Storage.Acts;

namespace Spoor.Tests.Storage.Acts;

public sealed class ActFileTests : IDisposable
{
    private static readonly ActNote Note = new(new(2023, 9, 12, 13, 21, 0, TimeSpan.Zero), "Ana", "first alert", "note.aware", []);

    private readonly TemporaryFolder _folder = new();

    private string Log => DeskFolder.At(_folder.Path).LogOf("coinex-2023");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_appended_is_there_when_the_file_is_opened_again()
    {
        Append(2);

        using var file = ActFile.Open(Log);

        Assert.Equal([1, 2], file.Log.Acts.Select(act => act.Number));
        Assert.Equal("", file.Notice);
        Assert.Equal(file.Log.Acts, ActFile.Read(Log).Acts);
        Assert.Equal(["coinex-2023"], DeskFolder.At(_folder.Path).Incidents);
    }

    [Fact]
    public void A_crash_at_any_byte_of_a_write_leaves_the_acts_before_it_and_says_what_was_cut()
    {
        Append(2);
        byte[] whole = File.ReadAllBytes(Log);
        int second = Array.IndexOf(whole, (byte)'\n') + 1;

        foreach (int kept in Enumerable.Range(second, whole.Length - second))
        {
            File.WriteAllBytes(Log, whole[..kept]);
            Assert.Single(ActFile.Read(Log).Acts);
            using var file = ActFile.Open(Log);
            Assert.Single(file.Log.Acts);
            Assert.Equal(kept > second, file.Notice.Contains($"cut off {kept - second} bytes behind act 1", StringComparison.Ordinal));
            file.Append(Note);
        }

        Assert.Equal(2, ActFile.Read(Log).Acts.Count);
    }

    [Fact]
    public void Only_one_writes_at_a_time_and_others_may_read()
    {
        using var file = ActFile.Open(Log);
        file.Append(Note);

        Assert.Throws<IOException>(() => ActFile.Open(Log));
        Assert.Single(ActFile.Read(Log).Acts);
    }

    [Fact]
    public void A_changed_log_is_not_added_to()
    {
        Append(2);
        File.WriteAllText(Log, File.ReadAllText(Log).Replace("Ana", "Bob", StringComparison.Ordinal));

        Assert.StartsWith($"{Log}, line 1: id: expected", Assert.Throws<FormatException>(() => ActFile.Open(Log)).Message, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => ActFile.Read(Log));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("-rf")]
    public void An_incident_that_cannot_name_a_folder_is_refused(string incident) =>
        Assert.Throws<FormatException>(() => DeskFolder.At(_folder.Path).LogOf(incident));

    private void Append(int times)
    {
        using var file = ActFile.Open(Log);
        for (int i = 0; i < times; i++)
        {
            file.Append(Note);
        }
    }
}

namespace Spoor.Storage.ClickHouse;

/// <summary>A statement with its values: scalars as parameters, sets as tables that travel with it.</summary>
internal sealed record Question(string Sql)
{
    private readonly Dictionary<string, object> _settings = [];

    /// <summary>Parameters and settings, as the HTTP interface takes them.</summary>
    public IReadOnlyDictionary<string, object> Settings => _settings;

    /// <summary>The sets, in order of name.</summary>
    public IReadOnlyList<AskedSet> Sets { get; init; } = [];

    /// <summary>Binds <c>{name:…}</c> of the statement; texts hold no backslash and no control character.</summary>
    public Question With(string name, object value)
    {
        _settings["param_" + name] = value;
        return this;
    }

    public Question Setting(string name, object value)
    {
        _settings[name] = value;
        return this;
    }
}

/// <summary>A set that a statement asks about, named in it as if it were a table.</summary>
/// <param name="Structure">Its columns and their types.</param>
/// <param name="Write">Writes its rows.</param>
internal sealed record AskedSet(string Name, string Structure, Func<Stream, CancellationToken, Task> Write)
{
    /// <summary>A set whose items are written one by one.</summary>
    public static AskedSet Of<T>(string name, string structure, IEnumerable<T> items, Action<RowBuffer, T> write) => new(
        name,
        structure,
        (stream, cancellation) => Rows.SendAsync(stream, items, write, cancellation));
}

/// <summary>Rows on their way to a server.</summary>
internal static class Rows
{
    /// <summary>Writes items as they are asked for: a slow server slows the source.</summary>
    public static async Task SendAsync<T>(Stream stream, IEnumerable<T> items, Action<RowBuffer, T> write, CancellationToken cancellation)
    {
        var buffer = new RowBuffer();
        foreach (var item in items)
        {
            write(buffer, item);
            if (buffer.IsFull)
            {
                await buffer.SendAsync(stream, cancellation);
            }
        }

        await buffer.SendAsync(stream, cancellation);
    }
}

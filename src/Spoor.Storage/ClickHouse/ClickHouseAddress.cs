using System.Globalization;
using System.Text.RegularExpressions;

namespace Spoor.Storage.ClickHouse;

/// <summary>Where a store in ClickHouse is: <c>clickhouse://user:password@host:8123,other:8123/database?cluster=NAME</c>.</summary>
/// <remarks>The first host is asked; the others are there because tables are made, and rows removed, on each by itself.</remarks>
public sealed partial record ClickHouseAddress
{
    /// <summary>What such an address begins with.</summary>
    public const string Scheme = "clickhouse://";

    private const string Expected = "clickhouse://[USER[:PASSWORD]@]HOST[:PORT][,HOST[:PORT]…]/DATABASE[?cluster=NAME][&secure=true]";
    private const string UsualUser = "default";
    private const int UsualPort = 8123;

    private ClickHouseAddress()
    {
    }

    /// <summary>At least one, in the order they were written.</summary>
    public required IReadOnlyList<ClickHouseHost> Hosts { get; init; }

    public required string User { get; init; }

    internal string Password { get; private init; } = "";

    public required string Database { get; init; }

    /// <summary>The cluster in the configuration of the servers; null for one server.</summary>
    public string? Cluster { get; init; }

    public bool IsSecure { get; init; }

    /// <summary>The address as messages show it: without the password.</summary>
    public string Shown => $"{Scheme}{(User == UsualUser ? "" : $"{Uri.EscapeDataString(User)}@")}{string.Join(',', Hosts)}/{Database}{(Cluster is null ? "" : $"?cluster={Cluster}")}";

    public static bool IsOne(string text) => text.StartsWith(Scheme, StringComparison.Ordinal);

    /// <summary>Any text without the passwords of the addresses in it.</summary>
    public static string WithoutPasswords(string text) => Secret().Replace(text, "$1@");

    /// <param name="password">The one to use where the address has none.</param>
    /// <exception cref="FormatException">The text is not such an address; the message never holds the password.</exception>
    public static ClickHouseAddress Parse(string text, string? password = null)
    {
        // The last @ ends the name and password: a host never holds one, a password may.
        string rest = IsOne(text) ? text[Scheme.Length..] : throw Misfit("its beginning");
        int at = rest.LastIndexOf('@');
        string[] who = at < 0 ? [UsualUser, ""] : rest[..at].Split(':', 2);
        var match = Where().Match(rest[(at + 1)..]);
        if (!match.Success)
        {
            throw Misfit("what follows user and password");
        }

        var asked = Options(match.Groups["options"].Value);
        return new()
        {
            Hosts = [.. match.Groups["hosts"].Value.Split(',').Select(Host)],
            User = Uri.UnescapeDataString(who[0]),
            Password = who.Length > 1 && who[1].Length > 0 ? Uri.UnescapeDataString(who[1]) : password ?? "",
            Database = match.Groups["database"].Value,
            Cluster = asked.GetValueOrDefault("cluster"),
            IsSecure = asked.GetValueOrDefault("secure") is "true",
        };
    }

    /// <summary>Never the password, whoever prints the record.</summary>
    public override string ToString() => Shown;

    private static Dictionary<string, string> Options(string text)
    {
        Dictionary<string, string> options = [];
        foreach (string option in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = option.Split('=', 2);
            bool known = parts is ["cluster", var name] ? Name().IsMatch(name) : parts is ["secure", "true" or "false"];
            if (!known || !options.TryAdd(parts[0], parts[1]))
            {
                throw Misfit("what follows the question mark");
            }
        }

        return options;
    }

    private static ClickHouseHost Host(string text)
    {
        int colon = text.LastIndexOf(':');
        bool isPort = int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and <= ushort.MaxValue;
        return colon < 0 ? new(text, UsualPort) : isPort ? new(text[..colon], port) : throw Misfit("a port");
    }

    private static FormatException Misfit(string what) => new($"Expected --store {Expected}; {what} does not fit.");

    [GeneratedRegex(@"^(?<hosts>[-.A-Za-z0-9]+(:[0-9]+)?(,[-.A-Za-z0-9]+(:[0-9]+)?)*)/(?<database>[A-Za-z_][A-Za-z0-9_]{0,63})(\?(?<options>.*))?\z")]
    private static partial Regex Where();

    [GeneratedRegex(@"(clickhouse://[^:@/\s']*):[^\s']*@")]
    private static partial Regex Secret();

    [GeneratedRegex(@"^[-.A-Za-z0-9_]{1,64}\z")]
    private static partial Regex Name();
}

/// <summary>A server and the port of its HTTP interface.</summary>
public readonly record struct ClickHouseHost(string Name, int Port)
{
    public override string ToString() => $"{Name}:{Port}";
}

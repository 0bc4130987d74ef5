using System.Text.RegularExpressions;
using ClickHouse.Driver;

namespace Spoor.Storage.ClickHouse;

/// <summary>Puts what ClickHouse or the network says into the words of a user who has servers and a command line.</summary>
/// <remarks>Codes: https://github.com/ClickHouse/ClickHouse/blob/master/src/Common/ErrorCodes.cpp</remarks>
internal static partial class ClickHouseFailure
{
    private const int LongestQuote = 300;

    private const string Hidden = "What it had begun stays invisible; when all servers answer again, run the command again: nothing is lost, nothing doubled.";

    public static bool IsKnown(Exception failure) =>
        failure is ClickHouseServerException or HttpRequestException or IOException or OperationCanceledException or InvalidDataException;

    /// <summary>Too many parts: the server asks the writer to wait until it has merged.</summary>
    public static bool AsksToWait(StorageException failure) => failure.InnerException is ClickHouseServerException { ErrorCode: 252 or 202 };

    /// <summary>Whether a server of the cluster may be gone: the answer broke off, or the one asked could not reach another.</summary>
    public static bool MayBeLost(StorageException failure) => failure.InnerException is not ClickHouseServerException server || IsUnreachable(server.ErrorCode);

    public static StorageException Of(string store, ClickHouseHost host, Exception failure) => failure switch
    {
        ClickHouseServerException server => Of(store, host, server),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } unreachable =>
            new(store, $"the server {host} does not answer ({FirstLine(unreachable.Message)})", $"Start it, or check host and port (that of HTTP) in --store. {Hidden}", failure),
        OperationCanceledException => new(store, $"the server {host} did not finish a statement in time", $"See what it is busy with (system.processes). {Hidden}", failure),
        _ => new(store, $"the connection to the server {host} broke off ({FirstLine(failure.Message)})", $"See whether it and the others of the cluster still run. {Hidden}", failure),
    };

    /// <summary>The same failure, with the shards named that are gone.</summary>
    public static StorageException Gone(string store, IReadOnlyList<ClickHouseShard> gone, StorageException failure) => new(
        store,
        $"{string.Join(", ", gone.Select(shard => $"shard {shard.Number} ({shard.Host}:{shard.Port})"))} of the cluster {(gone.Count == 1 ? "does" : "do")} not answer",
        $"Start {(gone.Count == 1 ? "it" : "them")} again. {Hidden}",
        failure);

    private static StorageException Of(string store, ClickHouseHost host, ClickHouseServerException failure)
    {
        string said = FirstLine(Version().Replace(failure.Message, ""));
        return failure.ErrorCode switch
        {
            192 or 193 or 194 or 516 => new(store, $"the server {host} refused user or password", "Give both in --store: clickhouse://USER:PASSWORD@HOST:8123/DATABASE.", failure),
            497 => new(store, $"the server {host} does not allow it ({said})", "Grant the user CREATE, SELECT, INSERT, ALTER DELETE and REMOTE on the database.", failure),
            60 or 81 => new(store, "there is no store here, or only a part of one", "Fill it first (spoor store copy, spoor sync), or name another with --store.", failure),
            170 or 701 => new(store, $"the server {host} knows no cluster of that name ({said})", "Define it under remote_servers on every server, or name another with ?cluster=.", failure),
            159 or 241 or 396 => new(store, $"the server {host} ran out of time or memory ({said})", "Ask for less at once, or raise its limits.", failure),
            202 or 252 => new(store, $"the server {host} has more to merge than it can ({said})", $"Wait a minute. {Hidden}", failure),
            243 => new(store, $"the disk of the server {host} is full ({said})", $"Free space there. {Hidden}", failure),
            int code when IsUnreachable(code) => new(store, $"the server {host} cannot reach another of its cluster ({said})", Hidden, failure),
            _ => new(store, $"the server {host} refused a statement ({said})", "Please report the message with the command that led to it.", failure),
        };
    }

    // What a server says when another went away before or during a statement.
    private static bool IsUnreachable(int code) => code is 3 or 32 or 95 or 99 or 101 or 102 or 198 or 203 or 209 or 210 or 236 or 279 or 425 or 519;

    // Messages quote statements, whose values come from chains.
    private static string FirstLine(string message)
    {
        string line = new([.. message.Split('\n')[0].Select(letter => char.IsControl(letter) ? ' ' : letter)]);
        return (line.Length > LongestQuote ? line[..LongestQuote] + "…" : line).TrimEnd('.', ' ');
    }

    [GeneratedRegex(@"\(version [^)]*\)")]
    private static partial Regex Version();
}

/// <summary>A shard as the configuration of the servers has it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Port">Of the protocol that servers speak among themselves.</param>
internal sealed record ClickHouseShard(uint Number, string Host, int Port, int Replicas);

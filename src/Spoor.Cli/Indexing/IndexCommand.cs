using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Storage.Index;

namespace Spoor.Cli.Indexing;

/// <summary><c>spoor index</c>: the file beside the store by which a trace reads only what it touches.</summary>
internal static class IndexCommand
{
    private const int LeastMemory = 64;

    public static Verb Create(Terminal terminal) => Verb.Group(
        "index",
        "Build, show or check the index by which traces read only what they touch; deleting it loses nothing.",
        Build(terminal),
        Status(terminal),
        Verify(terminal));

    private static Verb Build(Terminal terminal)
    {
        var memory = new Option<int?>("--memory") { Description = $"What the build may use for addresses and edges, from {LeastMemory} [default: 2048]; the engine needs about 1024 besides.", HelpName = "MIB" };
        memory.AcceptOnlyNaturals();
        return Create(
            terminal,
            "build",
            "Build the index over all transfers of the store; until it is whole the old one is used.",
            [memory],
            async (store, parsed, cancellation) =>
            {
                int mebibytes = parsed.GetValue(memory) ?? (int)(IndexBuildOptions.DefaultMemory >> 20);
                if (mebibytes < LeastMemory)
                {
                    throw new FormatException($"Expected at least {LeastMemory} after --memory, found {mebibytes}.");
                }

                var options = IndexBuildOptions.Default with { Memory = (long)mebibytes << 20 };
                return await store.BuildIndexAsync(options, IndexTalk.Of(terminal), cancellation);
            },
            ["spoor index build", "spoor index build --data case-17 --memory 4096"]);
    }

    private static Verb Status(Terminal terminal) => Create(
        terminal,
        "status",
        "Show what the index covers and how many transfers came later.",
        [],
        (store, _, cancellation) => store.IndexStatusAsync(cancellation),
        ["spoor index status", "spoor index status --data case-17 --json"]);

    private static Verb Verify(Terminal terminal) => Create(
        terminal,
        "verify",
        "Hold every page of the index to its checksum; an index with a wrong one is dropped.",
        [],
        (store, _, cancellation) => store.VerifyIndexAsync(cancellation),
        ["spoor index verify", "spoor index verify --data case-17"]);

    private static Verb Create(
        Terminal terminal,
        string name,
        string description,
        Option[] options,
        Func<DuckDbTransferStore, ParseResult, CancellationToken, Task<IndexReport?>> run,
        IReadOnlyList<string> examples)
    {
        var data = DataOption.Create();
        var json = new Option<bool>("--json") { Description = "For programs: index/1 (docs/json.md)." };
        var command = new Command(name, description);
        Array.ForEach<Option>([.. options, data, json], command.Options.Add);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(
            terminal,
            async () =>
            {
                using var store = data.OpenExisting(parsed, terminal);
                var report = await run(store, parsed, cancellation)
                    ?? throw new StorageException(data.FolderOf(parsed, terminal).StoreFile, "it has no index", "Build one: spoor index build.");
                if (parsed.GetValue(json))
                {
                    IndexText.WriteJson(report, terminal.Bytes);
                }
                else
                {
                    IndexText.Write(terminal, report);
                }

                return ExitCode.Done;
            },
            cancellation));
        return new(command, examples);
    }
}

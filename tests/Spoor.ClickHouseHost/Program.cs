using System.Runtime.InteropServices;

namespace Spoor.ClickHouseHost;

/// <summary>A ClickHouse server in a process of its own: the engine as a library, given the arguments of clickhouse-local.</summary>
/// <remarks>It ends with its standard input, and so with whoever started it, however that ended.</remarks>
internal static unsafe class Program
{
    // Listens, and does nothing else for a day.
    private const string Serve = """
        SYSTEM START LISTEN HTTP; SYSTEM START LISTEN TCP;
        SELECT sleepEachRow(1) FROM numbers(86400) SETTINGS max_block_size = 1, function_sleep_max_microseconds_per_block = 0 FORMAT Null
        """;

    /// <param name="args">The library, then arguments such as <c>--http_port=18123</c>.</param>
    private static int Main(string[] args)
    {
        new Thread(EndWithInput) { IsBackground = true }.Start();
        nint engine = NativeLibrary.Load(args[0]);
        var keepSignals = (delegate* unmanaged[Cdecl]<byte, void>)NativeLibrary.GetExport(engine, "chdb_set_signal_handlers_enabled");
        var run = (delegate* unmanaged[Cdecl]<int, byte**, nint>)NativeLibrary.GetExport(engine, "chdb_query_cmdline");
        var errorOf = (delegate* unmanaged[Cdecl]<nint, byte*>)NativeLibrary.GetExport(engine, "chdb_result_error");
        string[] words = ["clickhouse-local", .. args[1..], $"--query={Serve}"];
        byte** arguments = (byte**)NativeMemory.AllocZeroed((nuint)words.Length + 1, (nuint)sizeof(byte*));
        for (int i = 0; i < words.Length; i++)
        {
            arguments[i] = (byte*)Marshal.StringToCoTaskMemUTF8(words[i]);
        }

        keepSignals(0);
        Console.Error.WriteLine(Marshal.PtrToStringUTF8((nint)errorOf(run(words.Length, arguments))));
        return 1;
    }

    private static void EndWithInput()
    {
        using var input = Console.OpenStandardInput();
        Span<byte> nothing = stackalloc byte[1];
        while (input.Read(nothing) > 0)
        {
            // Nobody has anything to say to it.
        }

        Environment.Exit(0);
    }
}

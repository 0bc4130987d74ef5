using System.Runtime.InteropServices;

namespace Spoor.Cli.Demo.Live;

/// <summary>Where Anvil, the EVM node of Foundry, is on this machine.</summary>
internal static class AnvilBinary
{
    /// <summary>Names the program; before all other places.</summary>
    public const string Variable = "SPOOR_ANVIL";

    // The packages of the release under which the demonstration and the tests were last seen to run.
    private const string Version = "1.7.1";

    private static readonly string Package = $"anvil-{System}-{Architecture}";

    /// <summary>How somebody without it gets it.</summary>
    public static string HowToGet { get; } =
        $"Get it with 'npm install --prefix artifacts/engines @foundry-rs/{Package}@{Version}' or from https://getfoundry.sh, "
        + $"so that 'anvil' is on the PATH or {Variable} names it.";

    private static string System => OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";

    private static string Architecture => RuntimeInformation.OSArchitecture == global::System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "amd64";

    private static string Name => OperatingSystem.IsWindows() ? "anvil.exe" : "anvil";

    /// <summary>The program; null where there is none.</summary>
    /// <param name="folder">Where a repository may be that installed it for its tests.</param>
    public static string? Find(string folder)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return File.Exists(named) ? Path.GetFullPath(named) : null;
        }

        string installed = Path.Combine(folder, "artifacts", "engines", "node_modules", "@foundry-rs", Package, "bin", Name);
        string[] onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return onPath.Select(place => Path.Combine(place, Name)).Prepend(installed).FirstOrDefault(File.Exists);
    }
}

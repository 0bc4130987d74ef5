using Spoor.Cli.Demo.Live;
using Spoor.Tests.Engines;

namespace Spoor.Tests.Sync;

/// <summary>A chain on Anvil with people who pay each other in coins and in a token, the same for the same seed.</summary>
internal sealed class AnvilTraffic : IAsyncDisposable
{
    private readonly Random _dice;

    private AnvilTraffic(Anvil anvil, string token, int seed)
    {
        Anvil = anvil;
        Token = token;
        _dice = new(seed);
    }

    public Anvil Anvil { get; }

    public string Token { get; }

    public string Url => Anvil.Url.ToString();

    public static async Task<AnvilTraffic> StartAsync(long chainId, int seed)
    {
        // Anvil 1.7.1 mines by itself after it has answered; a reorganisation meanwhile leaves it with blocks missing.
        var anvil = await Anvil.StartAsync(chainId, "--no-mining");
        return new(anvil, await anvil.DeployTokenAsync("TRF", UInt128.MaxValue), seed);
    }

    /// <summary>Makes blocks: payments, token payments, approvals, and empty ones.</summary>
    public async Task GoOnAsync(int blocks)
    {
        for (int i = 0; i < blocks; i++)
        {
            string to = Anvil.Accounts[_dice.Next(1, Anvil.Accounts.Count)];
            uint units = (uint)_dice.Next(1, 1_000_000);
            if (_dice.Next(4) is var kind && kind < 3)
            {
                await SendAsync(kind, to, units);
            }

            await Anvil.MineAsync(1);
        }
    }

    /// <summary>Replaces the last blocks; every other of the new ones holds another payment than before.</summary>
    public Task ReorganiseAsync(int depth) => Anvil.ReorganiseAsync(
        depth,
        [
            .. Enumerable.Range(0, depth).Where(block => block % 2 == 0)
                .Select(block => (Anvil.Accounts[0], Anvil.Accounts[_dice.Next(1, Anvil.Accounts.Count)], (UInt128)(uint)_dice.Next(1, 1_000_000), block)),
        ]);

    private Task<string> SendAsync(int kind, string to, uint units) => kind switch
    {
        0 => Anvil.SendAsync(Anvil.Accounts[0], Token, 0, DemoToken.Transfer(to, units)),
        1 => Anvil.SendAsync(Anvil.Accounts[0], Token, 0, DemoToken.Approve(to, units)),
        _ => Anvil.SendAsync(Anvil.Accounts[0], to, units),
    };

    public ValueTask DisposeAsync() => Anvil.DisposeAsync();
}

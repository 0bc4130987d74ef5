namespace Spoor.Web.Suspensions;

/// <summary>The exchange's own switch for deposits and withdrawals, reached over HTTP or as a command.</summary>
public interface IExchangeHook
{
    /// <summary>What acts and messages call it: never a password.</summary>
    string ShownName { get; }

    /// <summary>One attempt.</summary>
    /// <param name="id">The same for every attempt of an order.</param>
    Task<HookAnswer> AskAsync(string id, byte[] body, CancellationToken cancellation);
}

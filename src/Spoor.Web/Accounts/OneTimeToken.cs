namespace Spoor.Web.Accounts;

/// <summary>The token in the URL that the terminal prints: it opens one session, once.</summary>
public sealed class OneTimeToken
{
    private readonly TimeProvider _clock;
    private readonly DateTimeOffset _until;
    private readonly Lock _gate = new();
    private string? _hash;

    public OneTimeToken(TimeProvider clock)
    {
        _clock = clock;
        _until = clock.GetUtcNow() + Validity;
        Text = Secret.Draw();
        _hash = Secret.Sha256Of(Text);
    }

    public static TimeSpan Validity { get; } = TimeSpan.FromHours(1);

    public string Text { get; }

    /// <summary>Whether it is the token, and nobody came with it before.</summary>
    public bool Take(string text)
    {
        lock (_gate)
        {
            if (_hash is null || _clock.GetUtcNow() >= _until || !Secret.Same(_hash, Secret.Sha256Of(text)))
            {
                return false;
            }

            _hash = null;
            return true;
        }
    }
}

using System.Globalization;
using Spoor.Tracing.Evaluation;
using Spoor.Tracing.Mixers;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing.Mixers;

/// <summary>A made-up year of pools in which it is known who withdrew what: careful people, careless ones, and thieves.</summary>
/// <remarks>
/// Shares of habits are assumptions. Careful people use a relayer and a fresh recipient a note; the careless each have one habit. Friends
/// pay one another, some withdraw to another user, and common gas prices are shared, so that every heuristic can err.
/// </remarks>
internal sealed class GeneratedMixer
{
    private const int People = 600;
    private const int Days = 180;
    private const int Day = 24 * 60;

    private static readonly string[] Pools = ["0.1 ETH", "1 ETH", "10 ETH", "100 ETH"];

    private readonly SplitMix64 _chance;
    private readonly Dictionary<TxHash, (Address Source, MixerMethod? Habit)> _truth = [];
    private readonly Dictionary<Address, Address> _owners = [];
    private readonly List<MiningClaim> _claims = [];

    private GeneratedMixer(ulong seed) => _chance = new(seed);

    public PoolStory Story { get; } = new();

    /// <summary>Who made the deposit that a withdrawal took out, and the habit that gives it away; null for careful people.</summary>
    public IReadOnlyDictionary<TxHash, (Address Source, MixerMethod? Habit)> Truth => _truth;

    public IReadOnlyList<MiningClaim> Claims => _claims;

    /// <summary>Whether a withdrawal is of a note of the person who deposits from an address.</summary>
    public bool IsRight(Address source, TxHash withdrawal) => OwnerOf(_truth[withdrawal].Source) == OwnerOf(source);

    private Address OwnerOf(Address address) => _owners.GetValueOrDefault(address, address);

    public static GeneratedMixer Of(ulong seed)
    {
        var mixer = new GeneratedMixer(seed);
        for (int i = 0; i < People; i++)
        {
            mixer.Person(string.Create(CultureInfo.InvariantCulture, $"p{i}"), i);
        }

        for (int i = 0; i < 4; i++)
        {
            mixer.Thief(string.Create(CultureInfo.InvariantCulture, $"thief{i}"), 20 + mixer.Below(40));
        }

        mixer.Friends();
        return mixer;
    }

    private void Person(string who, int number)
    {
        int begin = Below(Days - 60) * Day;
        switch (number % 20)
        {
            case 0:
                Note(who, who, Pool(), begin, MixerMethod.AddressMatch);
                break;
            case 1:
                // One person with two addresses, one of which the other's note comes out to.
                _owners[PoolStory.At($"{who}y")] = PoolStory.At(who);
                Note(who, $"{who}x", "1 ETH", begin, null);
                Note($"{who}y", who, "10 ETH", begin + Below(Day), MixerMethod.OtherPool);
                break;
            case 2:
                Note(who, $"{who}x", Pool(), begin, MixerMethod.GasPrice, gasPrice: 1_000_000_007UL + (ulong)Below(int.MaxValue));
                break;
            case 3:
                Mixture(who, begin);
                break;
            case 4:
                Note(who, $"{who}x", Pool(), begin, MixerMethod.LinkedAddress);
                Times(3 + Below(3), i => Story.Pay(i % 2 == 0 ? who : $"{who}x", i % 2 == 0 ? $"{who}x" : who, begin + Below(60 * Day)));
                break;
            case 5:
                Mined(who, begin);
                break;
            case 6 or 7:
                Series(who, 3 + Below(6), Pool(), begin, isTied: true);
                break;
            case 8 or 9:
                Series(who, 3 + Below(6), Pool(), begin, isTied: false);
                break;
            case 10:
                // Common prices and the sender's own transaction: no habit that gives anybody away.
                Note(who, $"{who}x", Pool(), begin, null, gasPrice: 20_000_000_000UL + (1_000_000_000UL * (ulong)Below(60)));
                break;
            case 11 when number > 40:
                // A payment to another user of the pools.
                Note(who, string.Create(CultureInfo.InvariantCulture, $"p{Below(number)}"), Pool(), begin, null);
                break;
            default:
                Times(1 + Below(2), i => Note(who, $"{who}x{i}", Pool(), begin + Below(10 * Day), null));
                break;
        }
    }

    private void Note(string who, string to, string pool, int minute, MixerMethod? habit, ulong? gasPrice = null)
    {
        Story.Deposit(who, pool, minute, gasPrice ?? CommonPrice());
        var tx = Story.Withdraw(to, pool, minute + Wait(), gasPrice is null ? "relayer" : null, gasPrice);
        _truth[tx] = (PoolStory.At(who), habit);
    }

    private void Mixture(string who, int begin)
    {
        int notes = 3 + Below(4);
        int after = Wait();
        Times(notes, i =>
        {
            string pool = Pools[i < 2 ? i : Below(3)];
            Story.Deposit(who, pool, begin + Below(Day), CommonPrice());
            _truth[Story.Withdraw($"{who}x", pool, begin + Day + after + Below(Day))] = (PoolStory.At(who), MixerMethod.Denominations);
        });
    }

    private void Mined(string who, int begin)
    {
        // Multiples of 13 minutes are whole blocks of 13 seconds.
        int minute = begin / 13 * 13;
        int waited = (Wait() / 13 + 1) * 13;
        Story.Deposit(who, "10 ETH", minute, CommonPrice());
        _truth[Story.Withdraw($"{who}x", "10 ETH", minute + waited)] = (PoolStory.At(who), MixerMethod.Mining);
        _claims.Add(new(PoolStory.At($"{who}x"), (long)waited * 60 / 13 * PoolStory.Pool("10 ETH").MiningRate!.Value, Tests.Tracing.Story.Tx(1_000_000 + _claims.Count)));
    }

    private void Series(string who, int notes, string pool, int begin, bool isTied)
    {
        int after = Day + Wait();
        Times(notes, i =>
        {
            Story.Deposit(who, pool, begin + (i * 15), CommonPrice());
            string to = $"{who}x{(isTied ? i % 3 : i)}";
            int minute = begin + after + (i * 60) + Below(50);
            _truth[Story.Withdraw(to, pool, minute)] = (PoolStory.At(who), isTied ? MixerMethod.InOrder : null);
            if (isTied && i >= notes - 3)
            {
                Story.Pay(to, $"{who}c", minute + Day);
            }
        });
    }

    private void Thief(string who, int notes) => Series(who, notes, "100 ETH", (30 + Below(100)) * Day, isTied: true);

    private void Friends() => Times(15, _ =>
    {
        string one = $"p{Below(People)}";
        string other = $"p{Below(People)}x0";
        Times(3, _ => Story.Pay(one, other, Below(Days * Day)));
    });

    private string Pool() => Pools[Below(Pools.Length)];

    // From hours to a month and more, short waits more often.
    private int Wait() => 60 + (Below(45 * Day) * Below(100) / 100);

    private ulong CommonPrice() => 20_000_000_000UL + (1_000_000_000UL * (ulong)Below(60));

    private int Below(int limit) => _chance.Below(limit);

    private static void Times(int count, Action<int> act)
    {
        for (int i = 0; i < count; i++)
        {
            act(i);
        }
    }
}

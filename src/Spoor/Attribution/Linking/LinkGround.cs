using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Attribution.Linking;

/// <summary>What a search may know: the request as of its day and without the sources set aside.</summary>
internal sealed class LinkGround
{
    private readonly LinkRequest _request;
    private readonly HashSet<ChainId> _held;

    private LinkGround(LinkRequest request, IReadOnlyList<ChainHead> heads)
    {
        _request = request;
        _held = [.. heads.Select(head => head.Chain)];
        Labels = request.Labels.Where(label => (request.AsOf is not { } day || label.Learned <= day) && request.LabelSources.StandsWithout(label.Source, request.Without));
        Store = request.Transfers is { } store && request.AsOf is { } until ? new StoreUntil(store, until) : request.Transfers;
        Cases = [.. request.Known.Concat(request.Against).Append(request.Case).DistinctBy(one => one.Id).OrderBy(one => one.Id, StringComparer.Ordinal)];
        MemberKeys = Cases.SelectMany(StandingMembers, (theft, one) => (Key: KeyIdentity.Of(one.Member.Subject), theft, one.Member))
            .ToLookup(one => one.Key, one => (one.theft, one.Member));
    }

    public LabelBook Labels { get; }

    public ITransferStore? Store { get; }

    /// <summary>The chains the store holds, in order.</summary>
    public IEnumerable<ChainId> Held => _held.Order();

    public LinkParameters Parameters => _request.Parameters;

    public TokenList Tokens => _request.Tokens;

    /// <summary>Every incident known, compared or not, in order of id.</summary>
    public IReadOnlyList<TheftCase> Cases { get; }

    /// <summary>Which incidents name a key, and as what, as far as was known on the day.</summary>
    public ILookup<LabelSubject, (TheftCase Theft, CaseMember Member)> MemberKeys { get; }

    public static async Task<LinkGround> OfAsync(LinkRequest request, CancellationToken cancellation) =>
        new(request, request.Transfers is { } store ? await store.HeadsAsync(cancellation) : []);

    public bool Holds(ChainId chain) => _held.Contains(chain);

    /// <summary>The members known on the day, with those of their sources that stand; in order of subject.</summary>
    public IEnumerable<(CaseMember Member, IReadOnlyList<string> Sources)> StandingMembers(TheftCase theft) =>
        theft.Members
            .GroupBy(member => (member.Subject, member.Side))
            .Select(OneOf)
            .Select(member => (Member: member, Sources: StandingSources(theft, member)))
            .Where(one => one.Sources.Count > 0)
            .OrderBy(one => one.Member.Subject.ToString(), StringComparer.Ordinal)
            .ThenBy(one => one.Member.Side);

    /// <summary>The day on which the first of the sources was published; null when none says when.</summary>
    public static DateOnly? FirstPublished(TheftCase theft, IEnumerable<string> sources) =>
        sources.Select(source => theft.Sources.Find(source)?.Published).Where(day => day is not null).Min();

    // A list may name an address twice, by other sources or in another role: one member, with all of its sources.
    private static CaseMember OneOf(IEnumerable<CaseMember> same) => new(
        same.First().Subject,
        same.First().Side,
        string.Join(", ", same.Select(member => member.Role).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
        [.. same.SelectMany(member => member.Sources).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    private IReadOnlyList<string> StandingSources(TheftCase theft, CaseMember member) =>
    [
        .. member.Sources.Distinct(StringComparer.Ordinal)
            .Where(source => theft.Sources.StandsWithout(source, _request.Without))
            .Where(source => _request.AsOf is not { } day || theft.Sources.Find(source)?.Published <= day)
            .Order(StringComparer.Ordinal),
    ];
}

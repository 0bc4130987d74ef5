using Spoor.Transfers;

namespace Spoor.Tracing.Mixers;

/// <summary>Recipients that seem to be one person: they pay one another, or share a partner that few others have.</summary>
/// <param name="Members">In order; one where nothing ties it to another.</param>
/// <param name="Evidence">The transfers that tie them, by transaction, in order.</param>
public sealed record RecipientGroup(IReadOnlyList<Address> Members, IReadOnlyList<TxHash> Evidence)
{
    /// <summary>The groups of all recipients, in order of their first member; a group of more than allowed is none, and its members stand alone.</summary>
    public static IReadOnlyList<RecipientGroup> Of(MixerGround ground)
    {
        int most = ground.Parameters.MaxRecipients;
        var recipients = ground.Recipients.ToHashSet();
        var root = recipients.ToDictionary(recipient => recipient, recipient => recipient);
        var ties = new List<(Address One, Address Other, Address Over)>();
        foreach (var recipient in ground.Recipients)
        {
            ties.AddRange(ground.Outside.PartnersOf(recipient).Where(recipients.Contains).Select(partner => (recipient, partner, partner)));
        }

        // Many who have nothing in common have a service in common, though nobody has labelled it.
        foreach (var over in ground.Recipients.SelectMany(ground.Outside.PartnersOf).Distinct().Order())
        {
            var sharing = ground.Outside.PartnersOf(over).Where(recipients.Contains).ToList();
            if (sharing.Count > 1 && sharing.Count <= most)
            {
                ties.AddRange(sharing.Skip(1).Select(other => (sharing[0], other, over)));
            }
        }

        ties.ForEach(tie => root[Root(root, tie.One)] = Root(root, tie.Other));
        return
        [
            .. ground.Recipients.GroupBy(recipient => Root(root, recipient))
                .Select(group => (List<Address>)[.. group])
                .SelectMany(group => group.Count <= most ? [group] : group.Select(member => (List<Address>)[member]))
                .Select(members => new RecipientGroup(members, EvidenceOf(ground, members, ties)))
                .OrderBy(group => group.Members[0]),
        ];
    }

    /// <summary>All withdrawals of its members, in position order.</summary>
    public IReadOnlyList<MixerWithdrawal> WithdrawalsIn(MixerGround ground) =>
        [.. Members.SelectMany(ground.WithdrawalsTo).OrderBy(withdrawal => withdrawal.Position).ThenBy(withdrawal => withdrawal.Tx)];

    private static TxHash[] EvidenceOf(MixerGround ground, List<Address> members, List<(Address One, Address Other, Address Over)> ties) => members.Count == 1 ? [] :
    [
        .. ties.Where(tie => members.Contains(tie.One) && members.Contains(tie.Other))
            .SelectMany(tie => ground.Outside.Between(tie.One, tie.Over).Concat(ground.Outside.Between(tie.Other, tie.Over)))
            .Distinct().Order(),
    ];

    private static Address Root(Dictionary<Address, Address> root, Address of)
    {
        while (root[of] != of)
        {
            root[of] = root[root[of]];
            of = root[of];
        }

        return of;
    }
}

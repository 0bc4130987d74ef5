using Spoor.Attribution;
using Spoor.Incidents;
using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Tests.Incidents;

/// <summary>What links and attribution see of an incident.</summary>
public sealed class IncidentCaseTests
{
    private static readonly ChainId Ethereum = ChainId.Parse("eip155:1");

    private static readonly Address Key = AddressText.Parse(Ethereum, "0x8bf8cd7F001D0584F98F53a3d82eD0bA498cC3dE");

    [Theory]
    [InlineData(WalletRole.Thief, "thief", MemberSide.Thief)]
    [InlineData(WalletRole.ThiefOnward, "thief_onward", MemberSide.Thief)]
    [InlineData(WalletRole.Linking, "linking", MemberSide.Thief)]
    [InlineData(WalletRole.Suspect, "suspect", MemberSide.Thief)]
    [InlineData(WalletRole.Hot, "hot", MemberSide.Victim)]
    [InlineData(WalletRole.Cold, "cold", MemberSide.Victim)]
    [InlineData(WalletRole.Rescue, "rescue", MemberSide.Victim)]
    [InlineData(WalletRole.Own, "own", MemberSide.Victim)]
    [InlineData(WalletRole.Service, "service", MemberSide.Service)]
    public void A_wallet_is_a_member_on_the_side_of_its_role(WalletRole role, string name, MemberSide side)
    {
        var member = Assert.Single(Facts(Wallet("eip155:1", (Ethereum, Key), role)).ToCase().Members);

        Assert.Equal((name, side), (member.Role, member.Side));
        Assert.Equal(new LabelSubject.OfAddress(Ethereum, Key), member.Subject);
        Assert.Equal(["press", "police"], member.Sources);
    }

    [Fact]
    public void Every_role_has_a_name_and_a_side() =>
        Assert.Equal(Enum.GetValues<WalletRole>().Order(), WalletRoles.All.Select(one => one.Role).Order());

    [Fact]
    public void An_address_that_Spoor_does_not_read_is_kept_as_it_is_written()
    {
        var member = Assert.Single(Facts(Wallet("Kadena", null, WalletRole.Thief)).ToCase().Members);

        Assert.Equal(new LabelSubject.Unread("kadena", "k:a9f3"), member.Subject);
    }

    [Fact]
    public void Findings_sources_and_the_beginning_go_with_it()
    {
        var found = Facts().ToCase();

        Assert.Equal(("small-2023", "A bank", StatedTime.Parse("2023-09-12").Start), (found.Id, found.Victim, found.Began));
        Assert.Equal("Lazarus Group", Assert.Single(found.Findings).Actor);
        Assert.Equal(["police"], found.Sources.RootsOf("press"));
    }

    private static IncidentFacts Facts(params IncidentWallet[] wallets) => new()
    {
        Id = "small-2023",
        Victim = "A bank",
        Title = "A theft",
        Started = StatedTime.Parse("2023-09-12"),
        Findings = [new("Lazarus Group", "police", new(2023, 9, 14), "It was they.")],
        Wallets = wallets,
        Sources =
        [
            new() { Key = "police", Kind = SourceKind.Authority, Title = "Police" },
            new() { Key = "press", Kind = SourceKind.Press, Title = "Press", DerivedFrom = ["police"] },
        ],
    };

    private static IncidentWallet Wallet(string chain, (ChainId, Address)? account, WalletRole role) => new()
    {
        Chain = chain,
        Address = "k:a9f3",
        Account = account,
        Role = role,
        Source = "press;police",
    };
}

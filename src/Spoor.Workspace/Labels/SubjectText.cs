using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Workspace.Labels;

/// <summary>What a label is about, as its chain writes it, without the chain.</summary>
public static class SubjectText
{
    public static string Of(LabelSubject subject) => subject switch
    {
        LabelSubject.OfAddress { Chain: { } chain } account => AddressText.Render(chain, account.Address),
        LabelSubject.OfAddress account => AddressText.RenderKey(account.Address),
        LabelSubject.OfTransaction transaction => transaction.Tx.Render(transaction.Chain),
        LabelSubject.Unread unread => unread.Text,
        _ => subject.ToString(),
    };
}

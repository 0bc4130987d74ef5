namespace Spoor.Response.Compensation;

/// <summary>Policies as they are written.</summary>
public static class PledgePolicies
{
    public static readonly IReadOnlyList<string> Names = ["full", "pro-rata"];

    public static string NameOf(PledgePolicy policy) => Names[(int)policy];

    public static bool TryParse(string name, out PledgePolicy policy)
    {
        int place = Names.ToList().IndexOf(name);
        policy = place < 0 ? default : (PledgePolicy)place;
        return place >= 0;
    }
}

namespace Spoor.Labels;

/// <summary>Reads the nature of a label from its category, abuse, concepts and name.</summary>
/// <remarks>
/// By the words of the TagPack concepts and of explorer label lists; the rules and what they get wrong are in
/// <c>docs/methods/label-natures.md</c>. What is not recognised is a service: an address that somebody took the trouble
/// to name is not a fresh address of a thief.
/// </remarks>
public static class LabelNatures
{
    // Beginnings of words, so that hacker, hacking and hacked are one.
    private static readonly string[] Deeds =
    [
        "heist", "hack", "exploit", "thief", "thieves", "theft", "stolen", "perpetrator", "phish", "scam", "fraud", "ponzi", "pyramid",
        "ransom", "malware", "extort", "sextort", "linking", "suspicious", "rugpull", "drainer", "terroris", "trafficking",
    ];

    private static readonly string[] NoDeeds = ["hackathon", "hackerone"];

    // The last word of a name but for its number, as explorers name doers: Ronin Bridge Exploiter 3.
    private static readonly string[] Doers = ["exploiter", "hacker", "drainer", "attacker", "thief"];

    private static readonly string[] Mixers = ["mixer", "mixers", "mixing", "tornado", "coinjoin", "tumbler", "privacypool"];

    // Mixers by name, for lists that say only that somebody is sanctioned.
    private static readonly string[] NamedMixers = ["tornado cash", "tornado.cash", "tornadocash", "blender.io", "chipmixer", "sinbad", "wasabi"];

    private static readonly string[] Services =
    [
        "exchange", "exchanges", "service", "services", "cex", "wallet", "custody", "custodian", "custodial", "market", "marketplace", "gambling",
        "casino", "payment", "payments", "processor", "atm", "otc", "mining", "miner", "validator", "hosting", "faucet",
    ];

    private static readonly string[] Tokens = ["token", "tokens", "erc20", "erc721", "trc20", "stablecoin", "nft"];

    private static readonly string[] Contracts = ["contract", "contracts", "dex", "defi", "pool", "pools", "router", "amm", "vault", "vaults", "lending", "burn"];

    private static readonly string[] NoContracts = ["deployer", "owner", "mining", "miner"];

    private static readonly string[] Bystanders = ["victim", "victims", "donation", "donations", "donate", "user", "researcher", "authorities"];

    private static readonly string[] Sanctions = ["sanction", "sanctions", "sanctioned", "ofac"];

    private static readonly string[] BlackLists = ["blocked", "blacklist", "blacklisted"];

    public static LabelNature Of(Label label)
    {
        var said = LabelTerms.Of([label.Category, label.Abuse, .. label.Concepts]);
        var name = LabelTerms.Of([label.Name]);
        return OfDeed(said, name) ?? OfMixer(said, label) ?? OfDoer(said, name) ?? OfPlace(said, name) ?? OfPerson(said, name, label);
    }

    // Victims of a deed are not who did it.
    private static LabelNature? OfDeed(LabelTerms said, LabelTerms name)
    {
        if (said.HasAny(["victim", "victims"]))
        {
            return LabelNature.Bystander;
        }

        bool isDeed = said.BeginsAny(Deeds, but: NoDeeds) || said.HasAll("rug", "pull");
        return isDeed || (said.IsEmpty && name.BeginsAny(Deeds, but: NoDeeds)) ? LabelNature.Perpetrator : null;
    }

    private static LabelNature? OfMixer(LabelTerms said, Label label) =>
        said.HasAny(Mixers) || Array.Exists(NamedMixers, mixer => label.Name.Contains(mixer, StringComparison.OrdinalIgnoreCase))
            ? LabelNature.Mixer
            : said.HasAll("money", "laundering") || said.HasAny(["laundering"]) ? LabelNature.Perpetrator : null;

    // Before the places, because the deed is often named after the place: Ronin Bridge Exploiter.
    private static LabelNature? OfDoer(LabelTerms said, LabelTerms name) =>
        (name.EndsAny(Doers) || name.BeginsAny(["phishing"], but: [])) && !said.HasAny(Services) && !said.HasAny(Tokens)
            ? LabelNature.Perpetrator
            : null;

    private static LabelNature? OfPlace(LabelTerms said, LabelTerms name)
    {
        if (said.HasAny(["bridge", "bridges"]))
        {
            return LabelNature.Bridge;
        }

        if (said.HasAny(Tokens))
        {
            return LabelNature.Contract;
        }

        if (name.HasAny(["bridge"]) && !said.HasAny(Services))
        {
            return LabelNature.Bridge;
        }

        if (said.HasAny(Contracts) && !said.HasAny(NoContracts))
        {
            return LabelNature.Contract;
        }

        return said.HasAny(Services) ? LabelNature.Service : null;
    }

    private static LabelNature OfPerson(LabelTerms said, LabelTerms name, Label label)
    {
        // Issuers of tokens freeze what the police seized, and contracts into which stolen tokens went: no proof of theft.
        // A black list is two words in some lists.
        bool isBlackListed = said.HasAny(BlackLists) || said.HasAll("black", "list");
        if (!said.HasAny(Sanctions) && !name.HasAny(Sanctions))
        {
            return isBlackListed ? LabelNature.Sanctioned : said.HasAny(Bystanders) ? LabelNature.Bystander : LabelNature.Service;
        }

        if (name.HasAny(Services))
        {
            return LabelNature.Service;
        }

        return said.HasAny(["user"]) || label.Actor is not null ? LabelNature.Perpetrator : LabelNature.Sanctioned;
    }
}

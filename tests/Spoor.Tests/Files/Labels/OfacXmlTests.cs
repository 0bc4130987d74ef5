using Spoor.Labels;

namespace Spoor.Tests.Files.Labels;

/// <summary>The two forms of the sanctions list, typed small; the structure is that of the list of September 2024.</summary>
public sealed class OfacXmlTests
{
    private const string Advanced = """
        <?xml version="1.0" encoding="utf-8"?>
        <Sanctions xmlns="NAMESPACE" Version="1">
          <DateOfIssue CalendarTypeID="1"><Year>2022</Year><Month>4</Month><Day>14</Day></DateOfIssue>
          <ReferenceValueSets>
            <FeatureTypeValues>
              <FeatureType ID="25" FeatureTypeGroupID="1">Title</FeatureType>
              <FeatureType ID="345" FeatureTypeGroupID="1">Digital Currency Address - ETH</FeatureType>
              <FeatureType ID="887" FeatureTypeGroupID="1">Digital Currency Address - USDT</FeatureType>
            </FeatureTypeValues>
          </ReferenceValueSets>
          <DistinctParties>
            <DistinctParty FixedRef="29205">
              <Profile ID="29205" PartySubTypeID="3">
                <Identity ID="1" Primary="true">
                  <Alias Primary="false"><DocumentedName><DocumentedNamePart><NamePartValue>APT38</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
                  <Alias Primary="true"><DocumentedName>
                    <DocumentedNamePart><NamePartValue>LAZARUS</NamePartValue></DocumentedNamePart>
                    <DocumentedNamePart><NamePartValue>GROUP</NamePartValue></DocumentedNamePart>
                  </DocumentedName></Alias>
                </Identity>
                <Feature ID="1" FeatureTypeID="25"><FeatureVersion><VersionDetail>no address</VersionDetail></FeatureVersion></Feature>
                <Feature ID="2" FeatureTypeID="345"><FeatureVersion><VersionDetail DetailTypeID="1432">0x098B716B8Aaf21512996dC57EB0615e2383E2f96</VersionDetail></FeatureVersion></Feature>
                <Feature ID="3" FeatureTypeID="887"><FeatureVersion><VersionDetail DetailTypeID="1432">TQ8y7omRyKSq42Tri398txQCQE4wxjk97Q</VersionDetail></FeatureVersion></Feature>
              </Profile>
            </DistinctParty>
          </DistinctParties>
          <SanctionsEntries>
            <SanctionsEntry ID="1" ProfileID="29205">
              <EntryEvent ID="1"><Comment /></EntryEvent>
              <SanctionsMeasure ID="1" SanctionsTypeID="1"><Comment>DPRK3</Comment></SanctionsMeasure>
              <SanctionsMeasure ID="2" SanctionsTypeID="1"><Comment>Secondary sanctions risk, see below</Comment></SanctionsMeasure>
            </SanctionsEntry>
          </SanctionsEntries>
        </Sanctions>
        """;

    [Theory]
    [InlineData("https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML")]
    [InlineData("http://www.un.org/sanctions/1.0")]
    public void The_advanced_list_is_read_whatever_its_namespace(string name)
    {
        var content = LabelText.Read("sdn_advanced.xml", Advanced.Replace("NAMESPACE", name, StringComparison.Ordinal));

        Assert.Equal("OFAC advanced XML", content.Format);
        Assert.Equal(["eip155:1", "tron:0x2b6653dc"], content.Labels.Select(label => label.Chain?.Value));
        var label = content.Labels[0];
        Assert.Equal(
            ("LAZARUS GROUP", "sanction", "lazarusgroup", "ofac-sdn", "authority_data", new DateOnly(2022, 4, 14)),
            (label.Name, label.Abuse, label.Actor, label.Source, label.Confidence.Id, label.Learned));
        Assert.Equal("""{"party":"29205","programs":["DPRK3"]}""", label.Context);
        var source = Assert.Single(content.Sources);
        Assert.Equal(("ofac-sdn", SourceKind.Authority, new DateOnly(2022, 4, 14)), (source.Key, source.Kind, source.Published!.Value));
    }

    [Fact]
    public void The_simple_list_is_read_with_names_and_programs()
    {
        var label = Assert.Single(LabelText.Read("sdn.xml", """
            <?xml version="1.0" standalone="yes"?>
            <sdnList xmlns="http://tempuri.org/sdnList.xsd">
              <publshInformation><Publish_Date>09/27/2024</Publish_Date></publshInformation>
              <sdnEntry>
                <uid>1</uid><firstName>Ann</firstName><lastName>EXAMPLE</lastName><sdnType>Individual</sdnType>
                <programList><program>CYBER2</program></programList>
                <idList>
                  <id><uid>2</uid><idType>Passport</idType><idNumber>123</idNumber></id>
                  <id><uid>3</uid><idType>Digital Currency Address - XBT</idType><idNumber>1BoatSLRHtKNngkdXEeobR76b53LETtpyT</idNumber></id>
                </idList>
              </sdnEntry>
            </sdnList>
            """).Labels);

        Assert.Equal(
            ("EXAMPLE, Ann", "bip122:000000000019d6689c085ae165831e93", new DateOnly(2024, 9, 27), """{"party":"1","programs":["CYBER2"]}"""),
            (label.Name, label.Chain?.Value, label.Learned, label.Context));
    }

    [Fact]
    public void A_damaged_address_of_the_list_is_named_by_its_line()
    {
        var fault = Assert.Single(LabelText.Read("sdn_advanced.xml", Advanced.Replace("2383E2f96", "2383E2f9", StringComparison.Ordinal)).Damaged);

        Assert.Equal((22L, "address"), (fault.Line, fault.Field));
    }

    [Theory]
    [InlineData("<!DOCTYPE Sanctions [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><Sanctions>&b;</Sanctions>")]
    [InlineData("<Sanctions><!DOCTYPE x></Sanctions>")]
    [InlineData("<Sanctions><DateOfIssue></Sanctions>")]
    public void A_list_with_a_document_type_or_broken_is_refused(string xml) => Assert.NotEmpty(LabelText.Faults("sdn_advanced.xml", xml));
}

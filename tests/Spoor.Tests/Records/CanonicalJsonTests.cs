using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Spoor.Records;

namespace Spoor.Tests.Records;

/// <summary>
/// The vectors are those of RFC 8785 (§3.2) and of its author's collection,
/// https://github.com/cyberphone/json-canonicalization/tree/master/testdata (Apache-2.0).
/// </summary>
public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("""[56, {"d": true, "10": null, "1": [ ]}]""", """[56,{"1":[],"10":null,"d":true}]""")]
    [InlineData("""{"peach": "This sorting order", "péché": "is wrong according to French", "pêche": "but canonicalization MUST", "sin": "ignore locale"}""",
        """{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}""")]
    [InlineData("""{"1": {"f": {"f": "hi","F": 5} ,"\n": 56.0}, "10": { }, "": "empty", "a": { }, "111": [ {"e": "yes","E": "no" } ], "A": { }}""",
        """{"":"empty","1":{"\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}""")]
    [InlineData("""{"Unnormalized Unicode":"A\u030a"}""", "{\"Unnormalized Unicode\":\"A\u030a\"}")]
    [InlineData("""{"string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}""",
        """{"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}""")]
    [InlineData("""{"\u20ac": "Euro Sign", "\r": "Carriage Return", "\u000a": "Newline", "1": "One", "\u0080": "Control\u007f", "\ud83d\ude02": "Smiley", "\u00f6": "Latin Small Letter O With Diaeresis", "\ufb33": "Hebrew Letter Dalet With Dagesh", "</script>": "Browser Challenge"}""",
        "{\"\\n\":\"Newline\",\"\\r\":\"Carriage Return\",\"1\":\"One\",\"</script>\":\"Browser Challenge\",\"\u0080\":\"Control\u007f\",\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😂\":\"Smiley\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}")]
    [InlineData("-0", "0")]
    [InlineData("9007199254740991", "9007199254740991")]
    public void The_published_vectors_come_out_as_published(string json, string canonical)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);

        Assert.Equal(canonical, Encoding.UTF8.GetString(CanonicalJson.Of(CanonicalJson.Read(bytes))));
        Assert.Equal(canonical, Encoding.UTF8.GetString(CanonicalJson.Of(JsonNode.Parse(bytes))));
        Assert.True(CanonicalJson.IsCanonical(Encoding.UTF8.GetBytes(canonical)));
    }

    [Theory]
    [InlineData("333333333.33333329")]
    [InlineData("1E30")]
    [InlineData("2e-3")]
    [InlineData("4.50")]
    [InlineData("9007199254740992")]
    [InlineData("-9007199254740992")]
    [InlineData("1.00000000000000000000000000000000000000001")]
    [InlineData("\"\\ud83d\"")]
    public void What_readers_keep_differently_is_refused(string json) =>
        Assert.Throws<FormatException>(() => CanonicalJson.Of(CanonicalJson.Read(Encoding.UTF8.GetBytes(json))));

    [Theory]
    [InlineData("""{"a": 1, "a": 2}""")]
    [InlineData("""{"a": 1, "\u0061": 2}""")]
    [InlineData("""{"a": 1} x""")]
    [InlineData("""{"a": NaN}""")]
    [InlineData("/* why */ 1")]
    [InlineData("[1,]")]
    [InlineData("{\"\\ude02\": 1}")]
    public void What_is_not_plain_json_is_refused(string json) =>
        Assert.ThrowsAny<JsonException>(() => CanonicalJson.Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Depth_has_a_limit()
    {
        JsonNode deep = new JsonArray();
        for (int i = 0; i < CanonicalJson.MaxDepth; i++)
        {
            deep = new JsonArray(deep);
        }

        Assert.Throws<FormatException>(() => CanonicalJson.Of(deep));
        Assert.ThrowsAny<JsonException>(() => CanonicalJson.Read(Encoding.UTF8.GetBytes(new string('[', 100) + new string(']', 100))));
    }

    [Fact]
    public void A_text_of_half_a_character_is_refused_and_not_replaced() =>
        Assert.Throws<FormatException>(() => CanonicalJson.Of(JsonValue.Create("\ud83d")));

    [Fact]
    public void Any_text_is_read_back_as_it_was_and_the_order_of_writing_does_not_matter() =>
        Gen.Select(Gen.String, Gen.String, Gen.Long[-(1L << 53) + 1, (1L << 53) - 1]).Where((a, b, _) => a != b && IsUnicode(a) && IsUnicode(b)).Sample((a, b, number) =>
        {
            byte[] one = CanonicalJson.Of(new JsonObject { [a] = b, [b] = number });
            byte[] other = CanonicalJson.Of(new JsonObject { [b] = number, [a] = b });
            var read = CanonicalJson.Read(one);
            return one.AsSpan().SequenceEqual(other) && read.GetProperty(a).GetString() == b && read.GetProperty(b).GetInt64() == number;
        });

    private static bool IsUnicode(string text) => text == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}

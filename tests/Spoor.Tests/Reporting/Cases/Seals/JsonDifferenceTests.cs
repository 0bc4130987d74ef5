using System.Text;
using Spoor.Reporting.Cases.Seals;

namespace Spoor.Tests.Reporting.Cases.Seals;

public sealed class JsonDifferenceTests
{
    [Theory]
    [InlineData("""{"a":[1,{"b":"x"}]}""", """{"a":[1,{"b":"y"}]}""", "/a/1/b", "\"x\"", "\"y\"")]
    [InlineData("""{"a":[1,2]}""", """{"a":[1]}""", "/a/1", "2", null)]
    [InlineData("""{"a":[1]}""", """{"a":[1,2]}""", "/a/1", null, "2")]
    [InlineData("""{"a/b~c":1}""", """{"a/b~c":2}""", "/a~1b~0c", "1", "2")]
    [InlineData("""{"a":1}""", """{"a":1,"b":null}""", "/b", null, "null")]
    [InlineData("""{"a":1,"b":2}""", """{"a":1}""", "/b", "2", null)]
    [InlineData("""{"a":{}}""", """{"a":[]}""", "/a", "{}", "[]")]
    public void The_first_value_that_differs_is_named(string expected, string found, string place, string? there, string? here) =>
        Assert.Equal(new JsonDifference(place, there, here), JsonDifference.First(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(found)));

    [Fact]
    public void Blanks_make_no_difference() =>
        Assert.Null(JsonDifference.First("{\"a\":[1,2]}"u8.ToArray(), "{ \"a\": [ 1, 2 ] }\n"u8.ToArray()));
}

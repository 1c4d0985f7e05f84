using System.Text.RegularExpressions;
using Assistant.Tests.Indexing.Qdrant;
using YamlDotNet.RepresentationModel;

namespace Assistant.Tests;

/// <summary>What can be checked of the containers where none can be built: what they are made of is there, and the settings they pass exist.</summary>
public sealed partial class ContainerTests
{
    private static readonly string Compose = File.ReadAllText(Path.Combine(AssistantPaths.Home, "docker-compose.yml"));
    private static readonly string[] Dockerfile = File.ReadAllLines(Path.Combine(AssistantPaths.Home, "src", "Assistant.Web", "Dockerfile"));

    [Fact]
    public void Only_the_web_application_is_published_and_everything_has_a_limit()
    {
        var services = Services();
        Assert.Equal(["web"], services.Where(service => service.Value.Children.ContainsKey("ports")).Select(service => service.Key));
        // There is no login: a network is what somebody chooses, not what happens.
        Assert.All((YamlSequenceNode)services["web"]["ports"], port => Assert.StartsWith("${ASSISTANT_BIND:-127.0.0.1}:", port.ToString(), StringComparison.Ordinal));
        Assert.All(services, service => Assert.True(service.Value.Children.ContainsKey("mem_limit"), service.Key));
        Assert.Equal("true", services["web"]["read_only"].ToString());
        Assert.All(services.Values.Where(service => !service.Children.ContainsKey("build")), service => Assert.Matches(@":v?\d+\.\d+\.\d+", service["image"].ToString()));
    }

    [Fact]
    public void Every_setting_that_is_passed_exists()
    {
        var names = Setting().Matches(Compose + string.Join('\n', Dockerfile)).Select(match => match.Value).Distinct(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(names);
        foreach (var name in names)
        {
            var type = typeof(AssistantOptions);
            foreach (var part in name.Split("__").Skip(1))
            {
                var property = type.GetProperty(part);
                Assert.True(property is not null, name);
                type = property.PropertyType;
            }
        }
    }

    [Fact]
    public void A_key_comes_from_the_environment()
    {
        foreach (var (name, value) in Services().Values.Where(service => service.Children.ContainsKey("environment")).SelectMany(service => (YamlMappingNode)service["environment"]))
            if (name.ToString().Contains("KEY", StringComparison.OrdinalIgnoreCase)) Assert.Matches(@"^\$\{\w+:-\w*\}$", value.ToString());
        Assert.Contains(".env", File.ReadAllLines(Path.Combine(AssistantPaths.Home, ".dockerignore")));
    }

    [Fact]
    public void What_the_image_copies_is_there_and_not_left_out()
    {
        var ignored = File.ReadAllLines(Path.Combine(AssistantPaths.Home, ".dockerignore"));
        var copied = Dockerfile.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]).ToList();
        var published = Dockerfile.SelectMany(line => Project().Matches(line)).Select(match => match.Value).ToList();
        Assert.Equal(2, published.Count);
        foreach (var path in copied.Concat(published))
        {
            Assert.True(Path.Exists(Path.Combine(AssistantPaths.Home, path)), path);
            Assert.DoesNotContain(path.Split('/')[0], ignored);
        }
    }

    [Fact]
    public async Task The_stand_in_is_of_the_version_that_is_run()
    {
        await using var server = await StandInQdrant.StartAsync();
        Assert.StartsWith($"qdrant/qdrant:v{server.Version}", Services()["qdrant"]["image"].ToString(), StringComparison.Ordinal);
    }

    private static Dictionary<string, YamlMappingNode> Services()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Compose));
        return ((YamlMappingNode)yaml.Documents[0].RootNode["services"]).ToDictionary(service => service.Key.ToString(), service => (YamlMappingNode)service.Value, StringComparer.Ordinal);
    }

    [GeneratedRegex("Assistant__[A-Za-z_]+")]
    private static partial Regex Setting();

    [GeneratedRegex(@"(?<=dotnet publish )\S+")]
    private static partial Regex Project();
}

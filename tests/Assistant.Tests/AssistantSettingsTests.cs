using Assistant.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Assistant.Tests;

public sealed class AssistantSettingsTests
{
    [Fact]
    public void Blank_settings_say_nothing()
    {
        var options = Read(("CorpusPath", ""), ("DataPath", " "), ("PromptsPath", ""), ("Chat:Endpoint", ""), ("Chat:Timeout", ""), ("Chat:MaxRetries", " "), ("UnsupportedSentences", ""));

        Assert.Null(options.CorpusPath);
        Assert.Null(options.PromptsPath);
        Assert.Equal(Path.Combine(AssistantPaths.Home, "data"), options.DataPath);
        Assert.False(options.Chat.IsConfigured);
        Assert.Equal(new AssistantOptions().Chat.Timeout, options.Chat.Timeout);
    }

    [Fact]
    public void Relative_folders_count_from_the_checkout()
    {
        var options = Read(("CorpusPath", "laws"), ("DataPath", "store"), ("PromptsPath", "words"));

        Assert.Equal(Path.Combine(AssistantPaths.Home, "laws"), options.CorpusPath);
        Assert.Equal(Path.Combine(AssistantPaths.Home, "store"), options.DataPath);
        Assert.Equal(Path.Combine(AssistantPaths.Home, "words"), options.PromptsPath);
    }

    [Theory]
    [InlineData("Chat:Timeout", "soon", "Assistant__Chat__Timeout", "soon")]
    [InlineData("Chat:Timeout", "00:00:00", "Assistant__Chat__Timeout", "零")]
    [InlineData("Embeddings:FirstTokenTimeout", "90.00:00:00", "Assistant__Embeddings__FirstTokenTimeout", "一天")]
    [InlineData("Chat:MaxRetries", "many", "Assistant__Chat__MaxRetries", "many")]
    [InlineData("Chat:MaxRetries", "-1", "Assistant__Chat__MaxRetries", "10")]
    [InlineData("Embeddings:BatchSize", "0", "Assistant__Embeddings__BatchSize", "1")]
    [InlineData("TimeZone", "Beijing", "Assistant__TimeZone", "Asia/Shanghai")]
    [InlineData("UnsupportedSentences", "hide", "Assistant__UnsupportedSentences", "leaveOut")]
    [InlineData("Chat:Endpoint", "localhost:11434/v1", "Assistant__Chat__Endpoint", "http://")]
    [InlineData("Chat:Endpoint", "https://api.example.com/v1/chat/completions", "Assistant__Chat__Endpoint", "/chat/completions")]
    [InlineData("Rerank:Endpoint", "https://api.example.com/v1/rerank/", "Assistant__Rerank__Endpoint", "/rerank")]
    [InlineData("Chat:ApiKey", "sk-密钥", "Assistant__Chat__ApiKey", "复制")]
    [InlineData("Chat:ExtraBody", "{\"thinking\"", "Assistant__Chat__ExtraBody", "JSON")]
    [InlineData("Chat:ExtraBody", "{\"stream\":false}", "Assistant__Chat__ExtraBody", "stream")]
    [InlineData("Rerank:ExtraBody", "{}", "Assistant__Rerank__ExtraBody", "Chat")]
    public void What_cannot_be_used_is_named_with_what_to_do(string key, string value, string name, string says)
    {
        var message = Assert.Throws<OptionsValidationException>(() => new ServiceCollection().AddAssistant(Configuration((key, value)))).Message;

        Assert.Contains(name, message, StringComparison.Ordinal);
        if (says != "Chat") Assert.Contains(says, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        Assert.DoesNotContain("sk-", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_the_environment_counts_from_the_checkout_whatever_switches_are_typed()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("Assistant:DataPath", (string?)"data")]);

        WebSettings.Read(builder, ["--Assistant:Chat:Model", "database-expert", "--corpus", "."]);

        Assert.Equal("data", builder.Configuration["Assistant:DataPath"]);
        Assert.Equal(Directory.GetCurrentDirectory(), builder.Configuration["Assistant:CorpusPath"]);
    }

    [Fact]
    public void A_blank_corpus_folder_is_none()
    {
        var builder = WebApplication.CreateSlimBuilder();

        WebSettings.Read(builder, ["--corpus", ""]);

        Assert.Null(AssistantSettings.Read(builder.Configuration).CorpusPath);
    }

    private static AssistantOptions Read(params (string Key, string Value)[] settings) => AssistantSettings.Read(Configuration(settings));

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(one => KeyValuePair.Create("Assistant:" + one.Key, (string?)one.Value))).Build();
}

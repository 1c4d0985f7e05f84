using System.Net.Http.Json;
using System.Text.Json;

namespace Assistant.Tests.Web.Documents;

/// <summary>An issuer and a date mean the same to the list of documents and to a search: the list shows what would be looked through.</summary>
public sealed class DocumentLimitsTests : IAsyncLifetime
{
    private AssistantApplication _application = null!;

    public async Task InitializeAsync() => _application = await AssistantApplication.StartAsync(
        ("照明.txt", Notice("临江市城市管理局", "夜间照明", "2024年3月5日")), ("广告.txt", Notice("临江市城市管理局办公室", "户外广告", "2023年3月5日")),
        ("绿地.txt", "临江市绿地养护规定\n\n第一条 养护单位应当每月巡查，发现缺失的应当及时补齐。\n"));

    public async Task DisposeAsync() => await _application.DisposeAsync();

    [Theory]
    [InlineData("临江市城市管理局", null, "照明.txt")]
    [InlineData("临江市城市管理局办公室", null, "广告.txt")]
    [InlineData("城市管理", null)] // A part of a name is nobody's name.
    [InlineData(null, "2024-01-01", "照明.txt")] // What is not dated is not known to be of that time.
    [InlineData(null, "2020-01-01", "广告.txt", "照明.txt")]
    public async Task A_list_and_a_search_agree(string? issuer, string? from, params string[] expected)
    {
        var listed = (await _application.GetAsync($"/api/documents?issuer={Uri.EscapeDataString(issuer ?? "")}&from={from}")).EnumerateArray()
            .Select(document => document.GetProperty("sourceFile").GetString()!).Order(StringComparer.Ordinal);
        using var response = await _application.Http.PostAsJsonAsync("/api/search", new
        {
            question = "发现缺失的应当如何补齐",
            top = 50,
            filters = new { issuers = issuer is null ? null : new[] { issuer }, from },
        });
        var searched = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("passages").EnumerateArray()
            .Select(passage => passage.GetProperty("sourceFile").GetString()!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

        Assert.Equal(expected.Order(StringComparer.Ordinal), listed);
        Assert.Equal(expected.Order(StringComparer.Ordinal), searched);
    }

    private static string Notice(string issuer, string matter, string date) =>
        $"{issuer}关于加强{matter}管理的通知\n\n各有关单位：\n\n一、责任单位应当每月巡查{matter}设施，发现缺失的应当及时补齐。\n\n二、逾期不补的，予以通报。\n\n{issuer}\n\n{date}\n";
}

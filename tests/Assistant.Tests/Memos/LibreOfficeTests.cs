using System.Diagnostics;
using System.Text;
using Assistant.Memos.Verification;

namespace Assistant.Tests.Memos;

/// <summary>A memo in the hands of a real word processor: read, printed, saved again.</summary>
public sealed class LibreOfficeTests
{
    private const string Rotation = "储备粮实行均衡轮换，小麦的储存年限不超过四年，稻谷不超过三年。";
    private const string Price = "居民生活用水实行阶梯水价，第一级每立方米3.20元。";

    [SkippableFact]
    public async Task The_record_survives_a_save_and_verification_reports_what_changed_since()
    {
        using var fixture = await MemoFixture.CreateAsync();
        var memo = fixture.Composer.Compose(new("要点", [
            fixture.Answer("轮换？", MemoFixture.Grain, Rotation, "擅自动用市级储备粮；"), fixture.Answer("水价？", MemoFixture.Water, Price)]));

        var saved = await ConvertAsync(fixture, fixture.Write(memo, "docx"), "docx:MS Word 2007 XML");
        Assert.True(fixture.Verify(saved).Holds);
        await fixture.WriteAsync(MemoFixture.Grain, MemoFixture.GrainText.Replace("不超过四年", "不超过五年", StringComparison.Ordinal));

        Assert.Equal(
            [CitationStatus.Changed, CitationStatus.Verbatim, CitationStatus.Verbatim],
            fixture.Verify(saved).Citations.Select(check => check.Status));
    }

    [SkippableFact]
    public async Task Headings_are_headings_there()
    {
        using var fixture = await MemoFixture.CreateAsync();
        await fixture.WriteAsync("事项/规定.txt", "江岚市期限规定\n\n第一条 期限为十日。\n");
        var memo = fixture.Composer.Compose(new("期限", [fixture.Answer("几日？", "事项/规定.txt", "期限为十日。")], Conclusion: "照办。"));
        var html = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Encoding.UTF8.GetString(await ConvertAsync(fixture, fixture.Write(memo, "docx"), "html")));
        var headings = html.QuerySelectorAll("h1").Select(heading => Squeeze(heading.TextContent)).ToList();
        foreach (var heading in (string[])["一、几日？", "二、结论", "附件1引用条款全文", "附件2来源与核验信息"]) Assert.Contains(heading, headings);
        Assert.Contains("《江岚市期限规定》第一条", html.QuerySelectorAll("h2").Select(heading => Squeeze(heading.TextContent)));
    }

    [SkippableFact]
    public async Task Two_hundred_footnotes_are_all_printed_and_writing_and_verifying_stay_quick()
    {
        using var fixture = await MemoFixture.CreateAsync();
        var articles = Enumerable.Range(1, 200).Select(n => $"办理编号为{n:000}号的事项，期限为{n + 10}个工作日。").ToList();
        await fixture.WriteAsync("事项/办理期限规定.txt", "江岚市事项办理期限规定\n\n" + string.Join("\n\n", articles.Select((text, i) => $"第{Assistant.Corpus.Labels.ChineseNumeral.Format(i + 1)}条 {text}")) + "\n");
        var answer = fixture.Answer("各是多少日？", "事项/办理期限规定.txt", [.. articles]);
        var timer = Stopwatch.StartNew();
        var memo = fixture.Composer.Compose(new("办理期限一览", [answer]));
        var word = fixture.Write(memo, "docx");
        var made = timer.Elapsed;
        timer.Restart();
        var report = fixture.Verify(word);
        Assert.True(report.Holds);
        Assert.Equal(200, report.Citations.Count);
        // The promise is two seconds each on a quiet machine; a busy one gets five.
        Assert.True(made < TimeSpan.FromSeconds(5), $"made in {made}");
        Assert.True(timer.Elapsed < TimeSpan.FromSeconds(5), $"verified in {timer.Elapsed}");

        var pdf = await ConvertAsync(fixture, word, "pdf");
        var printed = await PrintedAsync(fixture, pdf);
        Assert.All(articles, sentence => Assert.Contains(Squeeze($"“{sentence}”"), printed, StringComparison.Ordinal));
    }

    private static async Task<byte[]> ConvertAsync(MemoFixture fixture, byte[] docx, string format)
    {
        var office = FindProgram("soffice");
        Skip.If(office is null, "LibreOffice (libreoffice-writer-nogui) is not installed.");
        var source = fixture.FilePath("备忘录.docx");
        await File.WriteAllBytesAsync(source, docx);
        var target = fixture.FilePath("out");
        await RunAsync(office, "--headless", $"-env:UserInstallation=file://{fixture.FilePath("office")}", "--convert-to", format, "--outdir", target, source);
        return await File.ReadAllBytesAsync(Path.Combine(target, "备忘录." + format.Split(':')[0]));
    }

    private static async Task<string> PrintedAsync(MemoFixture fixture, byte[] pdf)
    {
        var poppler = FindProgram("pdftotext");
        Skip.If(poppler is null, "poppler (poppler-utils) is not installed.");
        var file = fixture.FilePath("printed.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        return Squeeze(await RunAsync(poppler, file, "-"));
    }

    private static string Squeeze(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private static string? FindProgram(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, await error);
        return await output;
    }
}

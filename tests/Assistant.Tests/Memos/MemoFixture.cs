using Assistant.Answering;
using Assistant.Answering.Citations;
using Assistant.Corpus;
using Assistant.Memos;
using Assistant.Memos.Verification;
using Assistant.Memos.Writers;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Memos;

/// <summary>A corpus of two regulations and one notice, and answers logged over it as the application logs them.</summary>
internal sealed class MemoFixture : IDisposable
{
    public const string Grain = "粮食/储备.txt";
    public const string Water = "用水.txt";

    private readonly TemporaryFolder _folder = new();
    private readonly TestCorpus _corpus;
    private int _asked;

    private MemoFixture() => _corpus = new TestCorpus(Path.Combine(_folder.Path, "data"));

    public CorpusStore Store => _corpus.Store;

    public MemoComposer Composer => _corpus.Services.GetRequiredService<MemoComposer>();

    public VerificationReport Verify(byte[] memo, bool english = false, CancellationToken cancellationToken = default)
    {
        using var stream = new MemoryStream(memo);
        return _corpus.Services.GetRequiredService<MemoVerifier>().Verify(stream, english, cancellationToken);
    }

    public static ReadMemo Read(byte[] memo)
    {
        using var stream = new MemoryStream(memo);
        return MemoReader.Read(stream);
    }

    public MemoStore Memos => _corpus.Services.GetRequiredService<MemoStore>();

    public IEnumerable<IMemoWriter> Writers => _corpus.Services.GetServices<IMemoWriter>();

    public static async Task<MemoFixture> CreateAsync()
    {
        var fixture = new MemoFixture();
        await fixture.WriteAsync(Grain, GrainText);
        await fixture.WriteAsync(Water, WaterText);
        return fixture;
    }

    /// <summary>Writes a file of the corpus and reads the folder again.</summary>
    public async Task WriteAsync(string path, string text)
    {
        _folder.Write(Path.Combine("corpus", path), text);
        await IngestAsync();
    }

    public async Task RemoveAsync(string path)
    {
        File.Delete(Path.Combine(_folder.Path, "corpus", path));
        await IngestAsync();
    }

    public string FilePath(string name) => Path.Combine(_folder.Path, name);

    /// <summary>Logs an extractive answer of these sentences, each cited where it stands in the file; returns its id.</summary>
    public string Answer(string question, string path, params string[] sentences)
    {
        var locator = _corpus.Services.GetRequiredService<QuoteLocator>();
        var document = Store.FindDocument(Store.Documents().First(summary => summary.SourcePath == path).Id)!;
        var citations = sentences.Select((sentence, index) => locator.Locate(index + 1, document, document.Span, sentence)
            ?? throw new ArgumentException($"Not in {path}: {sentence}", nameof(sentences))).ToList();
        var id = $"answer-{++_asked}";
        _corpus.Services.GetRequiredService<AnswerLog>().Append(new Answer(
            "conversation", id, question, null, string.Join('\n', sentences.Select((sentence, index) => $"{sentence}[{index + 1}]")), Grounded: true,
            AnswerSupport.Answered, null, AnswerMode.Extractive, null, citations,
            [.. sentences.Select((sentence, index) => new Statement(sentence, [index + 1], Supported: true, null))], [], [], [], DateTimeOffset.UtcNow, 1));
        return id;
    }

    public byte[] Write(Memo memo, string format)
    {
        using var output = new MemoryStream();
        Writers.First(writer => writer.Format == format).Write(memo, output);
        return output.ToArray();
    }

    public void Dispose()
    {
        _corpus.Services.Dispose();
        _folder.Dispose();
    }

    private Task IngestAsync() => _corpus.Ingestor.IngestAsync([Path.Combine(_folder.Path, "corpus")], prune: true, null, CancellationToken.None);

    public const string GrainText = """
        江岚市粮食储备管理办法

        江岚市人民政府令第12号

        第一章 总则

        第一条 为了保障本市粮食安全，规范粮食储备管理，制定本办法。

        第二条 市级储备粮的规模由市粮食行政管理部门会同市财政部门提出，报市人民政府批准。

        第二章 轮换

        第三条 储备粮实行均衡轮换，小麦的储存年限不超过四年，稻谷不超过三年。

        第四条 承储企业应当在轮换计划下达后六十日内完成轮换；因不可抗力不能按时完成的，可以延长三十日。

        第五条 承储企业有下列情形之一的，处五万元以上二十万元以下罚款：

        （一）擅自动用市级储备粮；

        （二）虚报储备粮数量。

        第三章 附则

        第六条 本办法自2023年5月1日起施行。
        """;

    public const string WaterText = """
        江岚市节约用水规定

        第一条 用水单位年取水量超过十万立方米的，应当每三年开展一次水平衡测试。

        第二条 居民生活用水实行阶梯水价，第一级每立方米3.20元。

        第三条 本规定自2022年1月1日起施行。
        """;
}

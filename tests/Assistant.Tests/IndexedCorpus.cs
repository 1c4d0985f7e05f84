using Assistant.Answering;
using Assistant.Answering.Questions;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests;

/// <summary>Texts written for a test, read and indexed as the application does it, on folders of their own.</summary>
public sealed class IndexedCorpus : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestCorpus _corpus;

    private IndexedCorpus() => _corpus = new TestCorpus(Path.Combine(_folder.Path, "data"));

    public static async Task<IndexedCorpus> CreateAsync(params (string Name, string Text)[] files)
    {
        var corpus = new IndexedCorpus();
        if (files.Length > 0) await corpus.AddAsync(files);
        return corpus;
    }

    public T Get<T>() where T : notnull => _corpus.Services.GetRequiredService<T>();

    public async Task AddAsync(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files) _folder.Write("corpus/" + name, text);
        await _corpus.IndexAsync(Path.Combine(_folder.Path, "corpus"));
    }

    public Task<Answer> AskAsync(string question, string? conversation = null) =>
        Get<QuestionAnswering>().AnswerAsync(new AskRequest(question, conversation), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _corpus.Services.DisposeAsync();
        _folder.Dispose();
    }
}

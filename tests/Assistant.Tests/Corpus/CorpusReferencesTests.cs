using Assistant.Corpus;

namespace Assistant.Tests.Corpus;

public sealed class CorpusReferencesTests
{
    [Fact]
    public async Task A_reference_is_found_once_the_corpus_holds_what_it_means()
    {
        using var data = new TemporaryFolder();
        using var files = new TemporaryFolder();
        var corpus = new TestCorpus(data.Path);
        await File.WriteAllTextAsync(Path.Combine(files.Path, "a.md"), "# 阅览办法\n\n第一条 依照《图书馆法》第二条制定本办法。\n\n第二条 本办法自公布之日起施行。\n");
        await corpus.Ingestor.IngestAsync([files.Path], prune: false, progress: null, default);
        var references = corpus.Services.GetService(typeof(CorpusReferences)) as CorpusReferences;
        Assert.NotNull(references);
        Assert.Null(Only().ClauseId);

        await File.WriteAllTextAsync(Path.Combine(files.Path, "b.md"), "# 中华人民共和国图书馆法\n\n第一条 为了读者，制定本法。\n\n第二条 图书馆应当开放。\n");
        await corpus.Ingestor.IngestAsync([files.Path], prune: false, progress: null, default);
        Assert.EndsWith("/第二条", Only().ClauseId, StringComparison.Ordinal);

        ClauseReference Only()
        {
            var id = corpus.Store.Documents().Single(document => document.Title == "阅览办法").Id;
            return Assert.Single(references.Resolve(corpus.Store.FindDocument(id)!.AllClauses().SelectMany(clause => clause.References).ToList()));
        }
    }
}

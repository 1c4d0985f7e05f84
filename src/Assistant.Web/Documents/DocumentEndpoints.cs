using Assistant.Corpus;
using Assistant.Ingestion;

namespace Assistant.Web.Documents;

public static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder app)
    {
        var documents = app.MapGroup("/api/documents").WithTags("documents");

        documents.MapGet("", (string? query, string? issuer, string? from, string? to, DocumentCatalogue catalogue, Words words) =>
            catalogue.Where(query, issuer, Day.Read(from, words), Day.Read(to, words)).Select(DocumentReply.Of));

        documents.MapGet("{id}", (string id, DocumentCatalogue catalogue, Words words) =>
            DocumentReply.Of(catalogue.Find(id) ?? throw NoSuchDocument(words)));

        documents.MapGet("{id}/clauses", (string id, CorpusStore store, CorpusReferences references, Words words) =>
        {
            var document = store.FindDocument(id) ?? throw NoSuchDocument(words);
            var file = store.FindSourceFile(document.SourcePath) ?? throw NoSuchDocument(words);
            return document.Clauses.Select(clause => ClauseReply.Of(file, clause, references));
        });

        // No token: programs post here. SecurityHeaders keeps foreign pages out.
        documents.MapPost("", async (IFormFileCollection files, Uploads uploads, DocumentCatalogue catalogue, Words words, CancellationToken cancellationToken) =>
        {
            if (files.Count == 0) throw new RequestRefusedException(StatusCodes.Status400BadRequest, words.UploadEmpty);
            var results = await uploads.AddAsync(files, cancellationToken);
            var paths = results.Where(result => result.Outcome != FileOutcome.Failed).Select(result => result.Path).ToHashSet(StringComparer.Ordinal);
            return new UploadReply(
                [.. results.Select(result => FileReply.Of(result, words))],
                [.. catalogue.All.Where(document => paths.Contains(document.SourcePath)).Select(DocumentReply.Of)]);
        }).DisableAntiforgery();

        documents.MapDelete("{id}", async (string id, Uploads uploads, Words words, CancellationToken cancellationToken) =>
            await uploads.RemoveDocumentAsync(id, cancellationToken) ? Results.NoContent() : throw NoSuchDocument(words));
    }

    private static RequestRefusedException NoSuchDocument(Words words) => new(StatusCodes.Status404NotFound, words.NoSuchDocument);
}

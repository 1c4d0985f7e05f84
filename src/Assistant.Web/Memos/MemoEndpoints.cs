using Assistant.Memos;
using Microsoft.Net.Http.Headers;

namespace Assistant.Web.Memos;

public sealed record MemoReply(string Id);

public static class MemoEndpoints
{
    private const int Listed = 500;

    public static void MapMemos(this IEndpointRouteBuilder app)
    {
        var memos = app.MapGroup("/api/memos").WithTags("memos");

        memos.MapGet("", (MemoStore store) => store.Memos(Listed));

        memos.MapPost("", (MemoRequest request, MemoComposer composer, MemoStore store) =>
        {
            var memo = composer.Compose(request with { Answers = request.Answers ?? [] });
            store.Save(memo);
            return Results.Created($"/api/memos/{memo.Id}", new MemoReply(memo.Id));
        });

        memos.MapGet("{id}", (string id, MemoStore store, IEnumerable<IMemoWriter> writers, Words words) =>
        {
            // The last dot tells the format: /api/memos/ID.docx.
            var dot = id.LastIndexOf('.');
            var memo = store.Find(dot < 0 ? id : id[..dot]) ?? throw NoSuchMemo(words);
            if (dot < 0) return Results.Ok(memo);
            var writer = writers.FirstOrDefault(writer => writer.Format == id[(dot + 1)..]) ?? throw NoSuchMemo(words);
            return new MemoFile(memo, writer);
        });

        memos.MapPatch("{id}", (string id, MemoEdit edit, MemoComposer composer, MemoStore store, Words words) =>
        {
            var memo = composer.Edit(store.Find(id) ?? throw NoSuchMemo(words), edit);
            store.Save(memo);
            return memo;
        });

        memos.MapPost("{id}/answers/{answerId}", (string id, string answerId, MemoComposer composer, MemoStore store, Words words) =>
        {
            var memo = composer.Add(store.Find(id) ?? throw NoSuchMemo(words), answerId);
            store.Save(memo);
            return memo;
        });

        memos.MapDelete("{id}", (string id, MemoStore store, Words words) => store.Delete(id) ? Results.NoContent() : throw NoSuchMemo(words));

        // No token: programs post here. SecurityHeaders keeps foreign pages out.
        memos.MapPost("verify", async (HttpRequest request, MemoVerifier verifier, Words words, CancellationToken cancellationToken) =>
            verifier.Verify(await BytesAsync(request, words, cancellationToken))).DisableAntiforgery();
    }

    /// <summary>The memo, sent as a form's file or as the body itself.</summary>
    private static async Task<byte[]> BytesAsync(HttpRequest request, Words words, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        if (!request.HasFormContentType) await request.Body.CopyToAsync(buffer, cancellationToken);
        else
        {
            var form = await request.ReadFormAsync(cancellationToken);
            if (form.Files.Count == 0) throw new RequestRefusedException(StatusCodes.Status400BadRequest, words.UploadEmpty);
            await form.Files[0].CopyToAsync(buffer, cancellationToken);
        }
        return buffer.ToArray();
    }

    private static RequestRefusedException NoSuchMemo(Words words) => new(StatusCodes.Status404NotFound, words.NoSuchMemo);
}

/// <summary>A memo as a download, named after its title.</summary>
internal sealed class MemoFile(Memo memo, IMemoWriter writer) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var buffer = new MemoryStream();
        writer.Write(memo, buffer);
        var name = new ContentDispositionHeaderValue("attachment");
        name.SetHttpFileName(MemoFileName.For(memo, writer.Format));
        httpContext.Response.Headers.ContentDisposition = name.ToString();
        httpContext.Response.ContentType = writer.ContentType;
        httpContext.Response.ContentLength = buffer.Length;
        buffer.Position = 0;
        await buffer.CopyToAsync(httpContext.Response.Body, httpContext.RequestAborted);
    }
}

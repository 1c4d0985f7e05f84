using Assistant.Memos;
using Assistant.Memos.Verification;
using Assistant.Memos.Writers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Assistant.Web.Memos;

/// <summary>The memo that was made.</summary>
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
            var memo = composer.Compose(request);
            store.Add(memo);
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
            store.Update(id, memo => composer.Edit(memo, edit)) ?? throw NoSuchMemo(words));

        memos.MapPost("{id}/answers/{answerId}", (string id, string answerId, MemoComposer composer, MemoStore store, Words words) =>
            store.Update(id, memo => composer.Add(memo, answerId)) ?? throw NoSuchMemo(words));

        memos.MapDelete("{id}", (string id, MemoStore store, Words words) => store.Delete(id) ? Results.NoContent() : throw NoSuchMemo(words));

        // No token: programs post here. SecurityHeaders keeps foreign pages out.
        memos.MapPost("verify", async (HttpRequest request, MemoVerifier verifier, Words words, CancellationToken cancellationToken) =>
        {
            await using var memo = await SentAsync(request, words, cancellationToken);
            return verifier.Verify(memo, words.IsEnglish, cancellationToken);
        }).DisableAntiforgery().WithMetadata(MemoSize);
    }

    /// <summary>Of a request that brings a memo: the file and what a form puts around it. Refused before more than that is read.</summary>
    internal static RequestSizeLimitAttribute MemoSize { get; } = new(MemoReader.MaxBytes + (64 << 10));

    /// <summary>The memo, sent as a form's file or as the body itself. Larger ones wait in a file and not in memory.</summary>
    private static async Task<Stream> SentAsync(HttpRequest request, Words words, CancellationToken cancellationToken)
    {
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(cancellationToken);
            return form.Files.Count > 0 ? form.Files[0].OpenReadStream() : throw new RequestRefusedException(StatusCodes.Status400BadRequest, words.UploadEmpty);
        }
        request.EnableBuffering();
        await request.Body.DrainAsync(cancellationToken);
        request.Body.Position = 0;
        return request.Body;
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

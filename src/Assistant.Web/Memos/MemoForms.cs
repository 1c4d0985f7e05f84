using System.Globalization;
using Assistant.Answering;
using Assistant.Memos;
using Assistant.Web.Chat;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Assistant.Web.Memos;

/// <summary>What the memo pages post.</summary>
public static class MemoForms
{
    public static void MapMemoForms(this IEndpointRouteBuilder app)
    {
        var memos = app.MapGroup("memos").ExcludeFromDescription();

        memos.MapPost("add", ([FromForm] string answerId, [FromForm] string? memoId, AnswerLog log, MemoComposer composer, MemoStore store, Words words) =>
        {
            var answer = log.Find(answerId) ?? throw new RequestRefusedException(StatusCodes.Status404NotFound, words.NoSuchAnswer);
            var memo = string.IsNullOrEmpty(memoId)
                // The first question is a title to begin with: better than none, and changed on the memo's page.
                ? composer.Compose(new(Shortened(answer.Question), [answerId], Language: words.HtmlLanguage))
                : composer.Add(Found(store, memoId, words), answerId);
            store.Save(memo);
            return new SeeOther("/memos/" + memo.Id);
        });

        memos.MapPost("{id}/edit", async (string id, HttpRequest request, MemoComposer composer, MemoStore store, Words words, IAntiforgery antiforgery, CancellationToken cancellationToken) =>
        {
            await antiforgery.ValidateRequestAsync(request.HttpContext);
            var form = await request.ReadFormAsync(cancellationToken);
            store.Save(composer.Edit(Found(store, id, words), Edit(form)));
            return new SeeOther("/memos/" + id);
        });

        memos.MapPost("{id}/delete", (string id, MemoStore store) =>
        {
            store.Delete(id); // Gone already is as good.
            return new SeeOther("/memos");
        });

        memos.MapPost("verify", async (IFormFile memo, MemoVerifier verifier, CancellationToken cancellationToken) =>
        {
            using var buffer = new MemoryStream();
            await memo.CopyToAsync(buffer, cancellationToken);
            return new RazorComponentResult<VerificationPage>(new { Report = verifier.Verify(buffer.ToArray()) });
        });
    }

    private static MemoEdit Edit(IFormCollection form) => new(
        form["title"], (string?)form["addressee"] ?? "", (string?)form["author"] ?? "",
        DateOnly.TryParse(form["date"], CultureInfo.InvariantCulture, out var date) ? date : null,
        (string?)form["introduction"] ?? "", (string?)form["conclusion"] ?? "",
        [.. form["section"].OfType<string>()
            .Where(answer => !form.ContainsKey("remove-" + answer))
            .OrderBy(answer => int.TryParse(form["order-" + answer], out var order) ? order : int.MaxValue)
            .Select(answer => new MemoSectionEdit(answer, form["heading-" + answer], [.. form["statement-" + answer].Select(text => text ?? "")]))]);

    private static Memo Found(MemoStore store, string id, Words words) =>
        store.Find(id) ?? throw new RequestRefusedException(StatusCodes.Status404NotFound, words.NoSuchMemo);

    private static string Shortened(string question)
    {
        const int longest = 40;
        return question.Length <= longest ? question : question[..longest] + "…";
    }
}

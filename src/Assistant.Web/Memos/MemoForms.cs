using System.Globalization;
using Assistant.Answering;
using Assistant.Corpus.Text;
using Assistant.Memos;
using Assistant.Memos.Verification;
using Assistant.Web.Chat;
using Assistant.Web.Chat.Answers;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Assistant.Web.Memos;

/// <summary>What the memo pages post.</summary>
public static class MemoForms
{
    /// <summary>In UTF-16 units; of the first question, which is a title to begin with.</summary>
    private const int LongestFirstTitle = 40;

    /// <summary>A memo of 117 questions posts 1,100 fields, more than the framework takes by default.</summary>
    private const int MostFields = 32_768;

    public static void MapMemoForms(this IEndpointRouteBuilder app)
    {
        var memos = app.MapGroup("memos").ExcludeFromDescription().WithMetadata(new RequireAntiforgeryTokenAttribute());

        memos.MapPost("add", ([FromForm] string answerId, [FromForm] string? memoId, AnswerLog log, MemoComposer composer, MemoStore store, UnsupportedChoice unsupported, Words words) =>
        {
            var answer = log.Find(answerId) ?? throw new RequestRefusedException(StatusCodes.Status404NotFound, words.NoSuchAnswer);
            if (!string.IsNullOrEmpty(memoId)) return ToMemo((store.Update(memoId, memo => Added(composer, memo, answerId, unsupported.Current)) ?? throw NoSuchMemo(words)).Id);
            var title = answer.Question.Cut(LongestFirstTitle);
            var empty = composer.Compose(new(title.Length < answer.Question.Length ? title + "…" : title, [], Language: words.HtmlLanguage));
            var memo = Added(composer, empty, answerId, unsupported.Current);
            store.Add(memo);
            return ToMemo(memo.Id);
        });

        memos.MapPost("{id}/edit", IResult (string id, IFormCollection form, MemoComposer composer, MemoStore store, Words words) =>
        {
            try
            {
                return store.Update(id, memo => composer.Edit(memo, Edit(form, memo))) is null ? throw NoSuchMemo(words) : new SeeOther($"/memos/{id}?saved=true");
            }
            catch (MemoChangedException)
            {
                // Nothing is kept and nothing is lost: the memo as it is held, with what was typed in its place or beside it, and the person saves it or not.
                var held = store.Find(id) ?? throw NoSuchMemo(words);
                return new RazorComponentResult<ChangedMemoPage>(new { Memo = held, Typed = TypedEdit.Over(held, form, words) }) { StatusCode = StatusCodes.Status409Conflict };
            }
        }).WithFormOptions(valueCountLimit: MostFields);

        memos.MapPost("{id}/delete", (string id, MemoStore store) =>
        {
            store.Delete(id); // Gone already is as good.
            return new SeeOther("/memos");
        });

        memos.MapPost("verify", (IFormFile memo, MemoVerifier verifier, Words words, CancellationToken cancellationToken) =>
        {
            using var stream = memo.OpenReadStream();
            return new RazorComponentResult<VerificationPage>(new { Report = verifier.Verify(stream, words.IsEnglish, cancellationToken) });
        }).WithMetadata(MemoEndpoints.MemoSize);
    }

    /// <summary>Sentences that no clause bears go in, marked, or stay out, as they do on the page that was read. A section that is there already stays as it is.</summary>
    private static Memo Added(MemoComposer composer, Memo memo, string answerId, UnsupportedSentences choice)
    {
        var added = composer.Add(memo, answerId);
        if (choice == UnsupportedSentences.Mark || added.Sections.Count == memo.Sections.Count) return added;
        var section = added.Sections[^1];
        return added with { Sections = [.. added.Sections.SkipLast(1), section with { Statements = [.. section.Statements.Where(statement => statement.Supported)] }] };
    }

    private static SeeOther ToMemo(string id) => new("/memos/" + id);

    /// <summary>As the field of the memo's date has it.</summary>
    internal static string Date(Memo memo) => memo.Date.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>What a citation is in any state of the memo; its number is another after an edit.</summary>
    internal static string Place(MemoCitation cited) => string.Create(CultureInfo.InvariantCulture, $"{cited.Citation.Start}-{cited.Citation.End} {cited.Citation.SourceFile}");

    /// <summary>What an added sentence of the section may rest on.</summary>
    internal static IEnumerable<MemoCitation> Citable(Memo memo, MemoSection section) =>
        memo.Citations.Where(cited => section.Statements.Any(statement => statement.Citations.Contains(cited.Number)));

    /// <summary>The section whose button was pressed, and the way it goes: "up" or "down".</summary>
    internal static (string Way, string Answer)? Move(IFormCollection form) =>
        ((string?)form["move"])?.Split(' ') is [var way, var answer] ? (way, answer) : null;

    private static MemoEdit Edit(IFormCollection form, Memo memo) => new(
        form["title"], (string?)form["addressee"] ?? "", (string?)form["author"] ?? "",
        DateOnly.TryParse(form["date"], CultureInfo.InvariantCulture, out var date) ? date : null,
        (string?)form["introduction"] ?? "", (string?)form["conclusion"] ?? "",
        [.. Ordered(form).Where(answer => !form.ContainsKey("remove-" + answer))
            .Select(answer => new MemoSectionEdit(answer, form["heading-" + answer], [.. form["statement-" + answer].Select(text => text ?? "")], Added(form, memo, answer)))],
        // Without it, it is not our form of the state that was seen.
        DateTimeOffset.TryParse(form["changedAt"], CultureInfo.InvariantCulture, out var seen) ? seen : default(DateTimeOffset));

    /// <summary>The sections in the order of the page, with the one whose button was pressed a place up or down.</summary>
    private static List<string> Ordered(IFormCollection form)
    {
        var sections = form["section"].OfType<string>().ToList();
        if (Move(form) is not var (way, moved) || sections.IndexOf(moved) is not (>= 0 and var at)) return sections;
        var to = Math.Clamp(at + (way == "up" ? -1 : 1), 0, sections.Count - 1);
        (sections[at], sections[to]) = (sections[to], sections[at]);
        return sections;
    }

    private static IReadOnlyList<AddedSentence> Added(IFormCollection form, Memo memo, string answer) =>
        (string?)form["added-" + answer] is { Length: > 0 } text
            ? [new AddedSentence(text, (string?)form["rests-" + answer] is { Length: > 0 } place ? [NumberOf(memo, place)] : null)]
            : [];

    /// <summary>0 where the memo does not cite the place: no citation has that number, and the edit is refused.</summary>
    private static int NumberOf(Memo memo, string place) => memo.Citations.FirstOrDefault(cited => Place(cited) == place)?.Number ?? 0;

    private static RequestRefusedException NoSuchMemo(Words words) => new(StatusCodes.Status404NotFound, words.NoSuchMemo);
}

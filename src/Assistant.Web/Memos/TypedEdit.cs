using Assistant.Memos;
using Microsoft.Extensions.Primitives;

namespace Assistant.Web.Memos;

/// <param name="Place">Which field it was, in the person's language.</param>
/// <param name="Was">What stood there before; null where nothing did or the form did not say.</param>
/// <param name="Typed">Empty where it was to go.</param>
public sealed record NotTakenOver(string Place, string? Was, string Typed);

/// <summary>
/// What was typed into the form of an older state of a memo, laid over the memo as it is held now: only what the person changed, and only where the same
/// text still stands. A form says with each field what it was drawn with (<c>was-…</c>); without that nothing can be laid over anything.
/// </summary>
public sealed class TypedEdit
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly List<NotTakenOver> _notTaken = [];

    public static TypedEdit Nothing { get; } = new();

    /// <summary>What the person has to take over by hand, or not.</summary>
    public IReadOnlyList<NotTakenOver> NotTaken => _notTaken;

    public static TypedEdit Over(Memo held, IFormCollection form, Words words)
    {
        var typed = new TypedEdit();
        typed.LayField(form, "title", words.MemoTitle, held.Title);
        typed.LayField(form, "addressee", words.Addressee, held.Addressee);
        typed.LayField(form, "author", words.Author, held.Author);
        typed.LayField(form, "date", words.Date, MemoForms.Date(held));
        typed.LayField(form, "introduction", words.Introduction, held.Introduction);
        typed.LayField(form, "conclusion", words.Conclusion, held.Conclusion);
        foreach (var answer in form["section"].OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var section = held.Sections.FirstOrDefault(section => string.Equals(section.AnswerId, answer, StringComparison.Ordinal));
            if (form.ContainsKey("remove-" + answer))
            {
                if (section is null) continue;
                typed._texts["remove-" + answer] = "on";
            }
            var heading = section?.Heading ?? (string?)form["heading-" + answer] ?? answer;
            typed.LayField(form, "heading-" + answer, words.SectionHeading, section?.Heading);
            typed.LaySentences(form, answer, section, heading);
            typed.LayAdded(form, answer, held, section, $"{heading} - {words.AddSentence}");
        }
        if (MemoForms.Move(form) is var (way, moved) && held.Sections.FirstOrDefault(section => section.AnswerId == moved) is { } toMove)
            typed._notTaken.Add(new(way == "up" ? words.MoveUp : words.MoveDown, null, toMove.Heading));
        return typed;
    }

    /// <summary>Null where nothing was typed into the field.</summary>
    public string? Find(string field) => _texts.GetValueOrDefault(field);

    /// <summary>What a field shows: what was typed, else what is held.</summary>
    public string Or(string field, string held) => Find(field) ?? held;

    /// <summary>The field of the n-th sentence (from 0) that a section holds now.</summary>
    public static string Sentence(string answer, int place) => $"statement-{answer} {place}";

    private void LayField(IFormCollection form, string field, string label, string? held)
    {
        var (was, now) = (Text(form["was-" + field]), Text(form[field]));
        if (now is null || now == was || now == Text(held)) return;
        if (was is not null && was == Text(held)) _texts[field] = now;
        else _notTaken.Add(new(label, was, now));
    }

    private void LaySentences(IFormCollection form, string answer, MemoSection? section, string label)
    {
        List<string?> was = [.. form["was-statement-" + answer].Select(text => Text(text))];
        List<string?> held = [.. (section?.Statements ?? []).Select(statement => Text(statement.Text))];
        var now = form["statement-" + answer];
        for (var i = 0; i < now.Count; i++)
        {
            var (before, text) = (i < was.Count ? was[i] : null, Text(now[i]) ?? "");
            if (text == before) continue;
            if (before is not null && PlaceOf(was, i, held) is { } place) _texts[Sentence(answer, place)] = text;
            else if (!held.Contains(text)) _notTaken.Add(new(label, before, text));
        }
    }

    /// <summary>Where the sentence stands now; null where it is not there any more, or as often as before: another's citation would be under it.</summary>
    private static int? PlaceOf(List<string?> was, int at, List<string?> held)
    {
        List<int> places = [.. Enumerable.Range(0, held.Count).Where(i => held[i] == was[at])];
        return places.Count == was.Count(text => text == was[at]) ? places[was.Take(at).Count(text => text == was[at])] : null;
    }

    private void LayAdded(IFormCollection form, string answer, Memo held, MemoSection? section, string label)
    {
        if (Text(form["added-" + answer]) is not { Length: > 0 } added) return;
        var rests = (string?)form["rests-" + answer] ?? "";
        if (section is not null && (rests.Length == 0 || MemoForms.Citable(held, section).Any(cited => MemoForms.Place(cited) == rests)))
            (_texts["added-" + answer], _texts["rests-" + answer]) = (added, rests);
        else
            _notTaken.Add(new(label, null, added));
    }

    /// <summary>A form writes line ends its own way: that is no edit.</summary>
    private static string? Text(StringValues text) => ((string?)text)?.Trim().ReplaceLineEndings("\n");
}

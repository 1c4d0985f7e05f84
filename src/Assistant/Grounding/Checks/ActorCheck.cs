using Assistant.Grounding.Alignment;
using Assistant.Grounding.Facts;

namespace Assistant.Grounding.Checks;

/// <summary>Who shall, may or must not do what: a sentence must not give one body the duty of another that stands in the same clause.</summary>
internal static class ActorCheck
{
    private const int LongestSubject = 24;

    // How much of an act must be retold to be sure which one it is, and how much less any other may hold.
    private const double SameAct = 0.6;
    private const double Apart = 0.25;

    private const double SameSubject = 0.9;
    private const double OtherSubject = 0.75;

    private readonly record struct Duty(string Subject, string Act);

    public static GroundingVerdict? Check(GroundingText sentence, GroundingText evidence)
    {
        if (sentence.ModalWords.All(word => word.IsWeak)) return null;
        var rules = Duties(evidence);
        if (rules.Count == 0) return null;
        foreach (var said in Duties(sentence))
        {
            if (said.Subject.Length < 2 || said.Act.Length < 4) continue;
            var acts = rules.ConvertAll(rule => Share(said.Act, rule.Act));
            var best = acts.IndexOf(acts.Max());
            var subject = rules[best].Subject;
            if (acts[best] < SameAct || subject.Length < 2) continue;
            if (rules.Where((_, i) => acts[i] > acts[best] - Apart).Any(rule => Share(said.Subject, rule.Subject) >= OtherSubject)) continue;
            for (var i = 0; i < rules.Count; i++)
            {
                if (i != best && acts[i] <= acts[best] - Apart && Share(said.Subject, rules[i].Subject) >= SameSubject) return Wrong(said, subject);
            }
            // The one who is told and the one who tells, exchanged.
            if (!said.Act.Contains('由', StringComparison.Ordinal) && Share(said.Subject, subject) == 0 && rules[best].Act.Contains(said.Subject, StringComparison.Ordinal) && said.Act.Contains(subject, StringComparison.Ordinal)) return Wrong(said, subject);
        }
        return null;
    }

    private static GroundingVerdict Wrong(Duty said, string subject) => new(GroundingProblem.OtherInClause, said.Subject, subject, 0);

    private static List<Duty> Duties(GroundingText text)
    {
        var duties = new List<Duty>();
        (string Subject, int At) last = ("", 0);
        var words = text.ModalWords.Where(word => !word.IsWeak && word.Modality is Modality.Duty or Modality.Permission or Modality.Prohibition).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            var start = words[i].Start;
            while (start > 0 && words[i].Start - start < LongestSubject && (char.IsLetterOrDigit(text.Folded[start - 1]) || text.Folded[start - 1] == '、')) start--;
            var end = words[i].End;
            var limit = i + 1 < words.Count ? words[i + 1].Start : text.Folded.Length;
            while (end < limit && text.Folded[end] is not ('。' or ';' or '\n')) end++;
            // …的，应当: who, was said before in the same sentence.
            var subject = text.Folded[start..words[i].Start];
            if (subject.Length >= 2 && subject[0] is not ('并' or '自' or '从' or '在' or '于' or '按') && !"的时间期内中后前日形况下".Contains(subject[^1], StringComparison.Ordinal)) last = (subject, start);
            else if (last.Subject.Length > 0 && text.Folded.AsSpan(last.At, words[i].Start - last.At).IndexOfAny('。', '\n') < 0) subject = last.Subject;
            duties.Add(new Duty(subject, text.Folded[words[i].End..end]));
        }
        return duties;
    }

    private static double Share(string said, string source) => Pairs.Share(said, source, char.IsLetterOrDigit);
}

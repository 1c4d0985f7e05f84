using Assistant.Answering;
using Assistant.Answering.Grounding;
using Xunit.Abstractions;

namespace Assistant.Tests.Answering;

/// <summary>
/// True and false statements written by hand before the checker was looked at, false ones as a careless or lying model would write them: the number of
/// the item beside, actors exchanged, 且 for 或. <c>GROUNDING_STATEMENTS=file</c> measures another file of them.
/// </summary>
public sealed class GroundingStatementTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("statements.txt")]
    [InlineData("statements-held-back.txt")]
    public void True_statements_pass_and_false_ones_are_flagged(string file)
    {
        var path = Environment.GetEnvironmentVariable("GROUNDING_STATEMENTS") ?? Path.Combine(GroundingFixtures.Folder, file);
        var checkedOnes = GroundingStatements.Read(path).ConvertAll(one => (one.Said, one.Fault, Verdict: GroundingChecker.Check(one.Said, one.Clause, one.Title)));
        var honest = checkedOnes.Where(one => one.Fault is null).ToList();
        var wrong = checkedOnes.Where(one => one.Fault is not null).ToList();

        foreach (var (said, _, verdict) in honest.Where(one => !one.Verdict.Supported)) output.WriteLine($"false alarm: {said}: {verdict.Reason(AnswerLanguage.Chinese)}");
        foreach (var (said, fault, _) in wrong.Where(one => one.Verdict.Supported)) output.WriteLine($"missed ({fault}): {said}");
        foreach (var kind in wrong.GroupBy(one => one.Fault, StringComparer.Ordinal)) output.WriteLine($"{kind.Key}: {kind.Count(one => !one.Verdict.Supported)} of {kind.Count()} flagged");
        output.WriteLine($"{honest.Count(one => !one.Verdict.Supported)} of {honest.Count} true statements flagged, {wrong.Count(one => !one.Verdict.Supported)} of {wrong.Count} false ones");
        // Held below what is reached: whoever is spoken of, and what an act belongs to, are seen only in part.
        Assert.True(honest.Count(one => !one.Verdict.Supported) <= honest.Count * 0.05, "false alarms");
        Assert.True(wrong.Count(one => !one.Verdict.Supported) >= wrong.Count * 0.8, "flagged");
    }
}

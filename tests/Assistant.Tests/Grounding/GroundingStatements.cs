namespace Assistant.Tests.Grounding;

/// <summary>What was said of a clause, by hand: truly, or falsely in a way that has a name.</summary>
/// <param name="Clause">The text that the statement cites.</param>
/// <param name="Title">Title and label of the clause.</param>
/// <param name="Said">The statement.</param>
/// <param name="Fault">What is wrong with it, in a word; null for a true one.</param>
internal sealed record GroundingStatement(string Clause, string Title, string Said, string? Fault);

/// <summary>Reads a file of statements: <c>=</c> begins a clause, <c>@</c> names it, <c>+</c> is a true statement about it, <c>-</c> a fault and a false one.</summary>
internal static class GroundingStatements
{
    public static List<GroundingStatement> Read(string file)
    {
        var found = new List<GroundingStatement>();
        var (clause, title) = ("", "");
        foreach (var line in File.ReadLines(file))
        {
            if (line.Length < 3 || line[0] == '#') continue;
            var rest = line[2..];
            switch (line[0])
            {
                case '=': (clause, title) = (rest, ""); break;
                case '@': title = rest; break;
                case '+': found.Add(new(clause, title, rest, null)); break;
                case '-': found.Add(new(clause, title, rest[(rest.IndexOf(' ', StringComparison.Ordinal) + 1)..], rest[..rest.IndexOf(' ', StringComparison.Ordinal)])); break;
                default: throw new FormatException($"{file}: {line}");
            }
        }
        return found;
    }
}

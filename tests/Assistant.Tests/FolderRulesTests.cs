using System.Reflection;
using System.Reflection.Emit;

namespace Assistant.Tests;

/// <summary>
/// A folder of the engine may use only what stands before it in the flow. Read from the compiled assembly: base types, members' types, locals, and what
/// method bodies name, so that a call without a <c>using</c> is seen too. Constants and enum values are compiled away and not seen.
/// </summary>
public sealed class FolderRulesTests
{
    private const string Root = "Assistant";

    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Corpus"] = [],
        ["LanguageModels"] = [],
        ["Ingestion"] = ["Corpus"],
        ["Indexing"] = ["Corpus", "LanguageModels"],
        ["Retrieval"] = ["Corpus", "LanguageModels", "Indexing"],
        ["Grounding"] = ["Corpus"],
        ["Answering"] = ["Corpus", "LanguageModels", "Retrieval", "Grounding"],
        ["Memos"] = ["Corpus", "LanguageModels", "Grounding", "Answering"],
        // The benchmark ingests and indexes what it measures.
        ["Evaluation"] = ["Corpus", "Ingestion", "Indexing", "Retrieval", "Answering"],
    };

    private static readonly Dictionary<short, OpCode> CodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    [Fact]
    public void A_folder_uses_only_what_stands_before_it()
    {
        var edges = Edges(typeof(AssistantOptions).Assembly);

        Assert.NotEmpty(edges);
        Assert.Empty(edges.Where(edge => !MayUse.GetValueOrDefault(edge.From, []).Contains(edge.To, StringComparer.Ordinal)).Select(edge => $"{edge.From} → {edge.To}: {edge.Example}"));
    }

    [Fact]
    public void Every_folder_has_its_rule()
    {
        var folders = typeof(AssistantOptions).Assembly.GetTypes().Select(FolderOf).OfType<string>().Distinct(StringComparer.Ordinal);

        Assert.Equal(folders.Order(StringComparer.Ordinal), MayUse.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>
    /// What stands at the root and uses a folder is wiring and stands last in the flow: no folder may use it, or the edge would run through the root
    /// unseen. What uses none (a sentence in two languages) stands before all.
    /// </summary>
    [Fact]
    public void No_folder_uses_the_wiring()
    {
        var engine = typeof(AssistantOptions).Assembly.GetTypes();
        var wiring = engine.Where(type => IsAtRoot(type) && UsesOf(type).Any(used => FolderOf(used) is not null)).ToHashSet();
        while (engine.FirstOrDefault(type => IsAtRoot(type) && !wiring.Contains(type) && UsesOf(type).Overlaps(wiring)) is { } further) wiring.Add(further);

        Assert.Contains(typeof(AssistantOptions), wiring);
        Assert.Empty(engine.Where(type => FolderOf(type) is not null && UsesOf(type).Overlaps(wiring)).Select(type => type.FullName));
    }

    private static bool IsAtRoot(Type type) => string.Equals(type.Namespace, Root, StringComparison.Ordinal);

    /// <summary>The walk itself: what a body calls with no mention in any signature is found.</summary>
    [Fact]
    public void A_use_inside_a_method_body_is_seen()
    {
        var used = UsesOf(typeof(FolderRulesTests)).Select(type => type.FullName);

        Assert.Contains("Assistant.Corpus.Text.SourceText", used);
    }

    private static bool NamesAnotherFolderInItsBodyOnly() => Assistant.Corpus.Text.SourceText.Find(null!, default, "") is null;

    /// <summary>One example for each pair of folders.</summary>
    private static List<Edge> Edges(Assembly engine)
    {
        var edges = new Dictionary<(string, string), Edge>();
        foreach (var type in engine.GetTypes())
        {
            if (FolderOf(type) is not { } user) continue;
            foreach (var used in UsesOf(type))
            {
                if (FolderOf(used) is { } folder && folder != user) edges.TryAdd((user, folder), new Edge(user, folder, $"{type.FullName} uses {used.FullName}"));
            }
        }
        return [.. edges.Values];
    }

    /// <summary>The first name below the engine's root; null for what stands at the root or outside.</summary>
    private static string? FolderOf(Type type)
    {
        var parts = (type.Namespace ?? "").Split('.');
        return parts.Length > 1 && parts[0] == Root && type.Assembly == typeof(AssistantOptions).Assembly ? parts[1] : null;
    }

    private static HashSet<Type> UsesOf(Type type)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var uses = new HashSet<Type>();
        Add(type.BaseType, uses);
        foreach (var contract in type.GetInterfaces()) Add(contract, uses);
        foreach (var field in type.GetFields(all)) Add(field.FieldType, uses);
        foreach (var method in type.GetMethods(all).Cast<MethodBase>().Concat(type.GetConstructors(all)))
        {
            if (method is MethodInfo { ReturnType: var result }) Add(result, uses);
            foreach (var parameter in method.GetParameters()) Add(parameter.ParameterType, uses);
            if (method.GetMethodBody() is not { } body) continue;
            foreach (var local in body.LocalVariables) Add(local.LocalType, uses);
            foreach (var member in Named(method, body)) Add(member as Type ?? member.DeclaringType, uses);
        }
        return uses;
    }

    private static void Add(Type? type, HashSet<Type> uses)
    {
        if (type is null || type.IsGenericParameter) return;
        if (type.HasElementType) Add(type.GetElementType(), uses);
        else if (uses.Add(type) && type.IsGenericType)
        {
            foreach (var argument in type.GetGenericArguments()) Add(argument, uses);
        }
    }

    private static IEnumerable<MemberInfo> Named(MethodBase method, MethodBody body)
    {
        var il = body.GetILAsByteArray() ?? [];
        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < il.Length;)
        {
            var code = CodesByValue[il[at] == 0xFE ? unchecked((short)(0xFE00 | il[at + 1])) : il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                var member = method.Module.ResolveMember(BitConverter.ToInt32(il, at), typeArguments, methodArguments)!;
                yield return member;
                if (member is MethodInfo { IsGenericMethod: true } generic)
                {
                    foreach (var argument in generic.GetGenericArguments()) yield return argument;
                }
            }
            at += OperandSize(code.OperandType, il, at);
        }
    }

    private static int OperandSize(OperandType operand, byte[] il, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
        _ => 4,
    };

    private sealed record Edge(string From, string To, string Example);
}

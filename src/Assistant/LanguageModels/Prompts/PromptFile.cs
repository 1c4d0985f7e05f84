using YamlDotNet.Serialization;

namespace Assistant.LanguageModels.Prompts;

/// <summary>
/// The schema of a prompt file: the part of Semantic Kernel's that is used here, under its names. Descriptions are for people, and named so that a
/// misspelt key is refused and they are not.
/// </summary>
internal sealed class PromptFile
{
    [YamlMember(Alias = "name")]
    public string Name { get; set; } = "";

    [YamlMember(Alias = "description")]
    public string Description { get; set; } = "";

    [YamlMember(Alias = "template_format")]
    public string TemplateFormat { get; set; } = "";

    [YamlMember(Alias = "template")]
    public string Template { get; set; } = "";

    [YamlMember(Alias = "input_variables")]
    public List<InputVariable> InputVariables { get; set; } = [];

    [YamlMember(Alias = "execution_settings")]
    public Dictionary<string, ExecutionSettings> Settings { get; set; } = new(StringComparer.Ordinal);

    internal sealed class InputVariable
    {
        [YamlMember(Alias = "name")]
        public string Name { get; set; } = "";

        [YamlMember(Alias = "description")]
        public string Description { get; set; } = "";

        [YamlMember(Alias = "is_required")]
        public bool IsRequired { get; set; } = true;
    }

    internal sealed class ExecutionSettings
    {
        [YamlMember(Alias = "temperature")]
        public float? Temperature { get; set; }

        [YamlMember(Alias = "top_p")]
        public float? TopP { get; set; }

        [YamlMember(Alias = "max_tokens")]
        public int? MaxTokens { get; set; }
    }
}

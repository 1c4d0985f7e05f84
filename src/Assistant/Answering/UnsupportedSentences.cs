using System.Text.Json.Serialization;

namespace Assistant.Answering;

/// <summary>What becomes of a model's sentence that the clauses do not bear.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnsupportedSentences>))]
public enum UnsupportedSentences
{
    /// <summary>Shown without a citation, marked, with the reason.</summary>
    [JsonStringEnumMemberName("mark")]
    Mark,

    /// <summary>Left out of the answer; <see cref="Answer.Statements"/> still holds it.</summary>
    [JsonStringEnumMemberName("leaveOut")]
    LeaveOut,
}

namespace Assistant.Tests.LanguageModels;

/// <summary>
/// Not a check: keeps the stand-in model open for a web application that is measured with it.
/// <c>STAND_IN_PORT=5150 STAND_IN_SECONDS=600 dotnet test --filter Stays_open</c>; the model's name says how it behaves.
/// </summary>
public sealed class StandInModelTests
{
    [SkippableFact]
    public async Task Stays_open()
    {
        Skip.IfNot(int.TryParse(Environment.GetEnvironmentVariable("STAND_IN_PORT"), out var port), "STAND_IN_PORT is not set.");
        await using var model = await StandInModel.StartAsync(port);
        await Task.Delay(TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable("STAND_IN_SECONDS") ?? "600")));
    }
}

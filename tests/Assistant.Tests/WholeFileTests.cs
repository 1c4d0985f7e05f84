namespace Assistant.Tests;

public sealed class WholeFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Target => Path.Combine(_folder.Path, "memo.md");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_broken_off_leaves_what_was_there_and_nothing_beside_it()
    {
        File.WriteAllText(Target, "before");

        Assert.Throws<InvalidDataException>(() => WholeFile.Write(Target, overwrite: true, unfinished =>
        {
            File.WriteAllText(unfinished, "ha");
            throw new InvalidDataException();
        }));

        Assert.Equal("before", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void What_a_killed_process_left_is_in_nobodys_way()
    {
        File.WriteAllText(Target + ".unfinished", "of a longer text before");
        WholeFile.Write(Target, overwrite: false, unfinished =>
        {
            using var writer = new StreamWriter(File.OpenWrite(unfinished));
            writer.Write("after");
        });

        Assert.Equal("after", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void What_is_there_is_overwritten_only_where_that_is_said()
    {
        File.WriteAllText(Target, "before");
        Assert.Throws<IOException>(() => WholeFile.Write(Target, overwrite: false, unfinished => File.WriteAllText(unfinished, "after")));
        Assert.Equal("before", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder.Path));
    }
}

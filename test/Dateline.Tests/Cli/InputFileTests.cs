using Dateline.Cli.Pipeline;

namespace Dateline.Tests.Cli;

public sealed class InputFileTests
{
    [Fact]
    public void A_folder_gives_its_files_in_order_without_hidden_ones_and_whatever_holds_itself_ends()
    {
        var folder = Directory.CreateTempSubdirectory("dateline-");
        try
        {
            foreach (var name in (ReadOnlySpan<string>)["b.txt", "a/z.any", "a/.hidden", ".git/config", "a/b/c", ".DS_Store"])
            {
                var path = Path.Combine(folder.FullName, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, "words");
            }
            Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "a", "self"), folder.FullName);
            Assert.Equal([("a/b/c", 5L), ("a/z.any", 5L), ("b.txt", 5L)], InputFile.Of(folder.FullName).Select(static f => (f.Name, f.Size)));
            Assert.Equal(new InputFile("b.txt", Path.Combine(folder.FullName, "b.txt"), 5), Assert.Single(InputFile.Of(Path.Combine(folder.FullName, "b.txt"))));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_file_that_is_named_is_read_even_when_it_is_hidden_or_missing()
    {
        Assert.Equal(new InputFile(".nothing-here", "/nowhere/.nothing-here", 0), Assert.Single(InputFile.Of("/nowhere/.nothing-here")));
        Assert.Equal(new InputFile("stdin", null, 0), Assert.Single(InputFile.Of("-")));
    }
}

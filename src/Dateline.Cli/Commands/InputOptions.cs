using System.CommandLine;
using Dateline.Ingest;
using Dateline.Ingest.Rows;

namespace Dateline.Cli.Commands;

/// <summary>The options that say how inputs are to be read.</summary>
internal static class InputOptions
{
    /// <summary><c>--as FORMAT</c>.</summary>
    public static Option<InputFormat> Format() => new("--as")
    {
        Description = "Format of the inputs; auto recognises it by content: pages, feeds, text, jsonl, web archives (warc), zip and wacz, WordPress (wxr), tables (csv), mail (eml, mbox), "
            + "exports of LexisNexis, Nexis Uni, Factiva and ProQuest (press), docx, pdf, ninjs, newsml.",
        DefaultValueFactory = _ => InputFormat.Auto,
    };

    /// <summary><c>--map FIELD=COLUMN,…</c>.</summary>
    public static Option<TableMapping?> Map()
    {
        var fields = string.Join(", ", TableMapping.Fields);
        return new Option<TableMapping?>("--map")
        {
            Description = $"Columns of tables, as title=Headline,text=Lead+Body; fields: {fields}.",
            HelpName = "FIELD=COLUMN,…",
            CustomParser = static result =>
            {
                var mapping = TableMapping.Parse(string.Join(',', result.Tokens.Select(static token => token.Value)), out var fault);
                if (fault is not null) result.AddError($"--map: {fault}.");
                return mapping;
            },
        };
    }
}

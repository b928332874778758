namespace Dateline.Text.Lexicons;

/// <summary>
/// Looks through the tables that say who is who for what a reader of them would stumble over.
/// </summary>
public static class LexiconCheck
{
    /// <summary>Everything that is wrong with <paramref name="tables"/>, in the order of the tables and lines.</summary>
    /// <remarks>
    /// Checked: what reading itself complains of; keys that stand twice in one table; kinds, codes, days and offices that
    /// cannot be read; offices whose role no role table has; rows that give no words.
    /// </remarks>
    public static IReadOnlyList<Diagnostic> Check(IReadOnlyList<LexiconTable> tables)
    {
        var found = new List<Diagnostic>();
        var roles = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            if (LexiconColumns.KindOf(table) == LexiconKind.Roles) roles.UnionWith(table.Rows.Select(row => row["key"]));
        }

        foreach (var table in tables)
        {
            found.AddRange(table.Diagnostics);
            var kind = LexiconColumns.KindOf(table);
            if (kind == LexiconKind.Other) continue;
            var lines = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var row in table.Rows)
            {
                var key = row.Cells[0].Trim();
                if (!lines.TryAdd(key, row.Line)) found.Add(LexiconMessages.KeyTwice(row, key, lines[key]));
                CheckRow(row, kind, roles, found);
            }
        }

        return found;
    }

    private static void CheckRow(LexiconRow row, LexiconKind kind, HashSet<string> roles, List<Diagnostic> found)
    {
        switch (kind)
        {
            case LexiconKind.Countries:
                if (row["code"] is not { Length: 3 } || !LexiconColumns.IsCode(row["code"])) found.Add(LexiconMessages.NoCode(row, row["code"]));
                if (row["name"].Length == 0) found.Add(LexiconMessages.NoWords(row));
                break;
            case LexiconKind.Actors:
                CheckKind(row, found);
                if (!LexiconColumns.IsCode(row["code"])) found.Add(LexiconMessages.NoCode(row, row["code"]));
                if (row["name"].Length == 0) found.Add(LexiconMessages.NoWords(row));
                foreach (var column in (ReadOnlySpan<string>)["from", "until"])
                {
                    if (!LexiconColumns.TryReadDay(row[column], last: false, out _)) found.Add(LexiconMessages.NoDay(row, column, row[column]));
                }

                break;
            case LexiconKind.Persons:
                if (row["name"].Length == 0) found.Add(LexiconMessages.NoWords(row));
                foreach (var text in row.List("offices"))
                {
                    if (LexiconColumns.ReadOffice(text) is not { } office) found.Add(LexiconMessages.NoOffice(row, text));
                    else if (office.Role is { } role && roles.Count > 0 && !roles.Contains(role)) found.Add(LexiconMessages.NoSuchRole(row, role));
                }

                break;
            case LexiconKind.Roles:
                CheckKind(row, found);
                if (!LexiconColumns.IsCode(row["sector"])) found.Add(LexiconMessages.NoCode(row, row["sector"]));
                if (row["words"].Length == 0) found.Add(LexiconMessages.NoWords(row));
                break;
            case LexiconKind.HeadWords:
                if (row["words"].Length == 0) found.Add(LexiconMessages.NoWords(row));
                break;
        }
    }

    private static void CheckKind(LexiconRow row, List<Diagnostic> found)
    {
        if (LexiconColumns.ReadKind(row["kind"]) is null) found.Add(LexiconMessages.NoKind(row, row["kind"]));
    }
}

using Dateline.Chronology.Reviews;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage;

/// <summary>Makes lines of the log; words are read from the texts that were decided on.</summary>
internal static class ReviewLog
{
    public static ReviewLine LineOf(SqliteConnection connection, ReviewRows reviews, ReviewRow row)
    {
        var tellings = new List<ReviewTelling>();
        Words? words = null;
        foreach (var (isOther, anchor) in reviews.AnchorsOf(row.Id))
        {
            var text = TextOf(connection, anchor);
            tellings.Add(new ReviewTelling(anchor, isOther, LineReader.Cut(text, anchor.Words)));
            if (!isOther && row.Words is { } span) words ??= new Words(span, LineReader.Cut(text, span));
        }

        var undoes = row.Undoes is { } undone ? reviews.All.First(other => other.Id == undone).Key : null;
        return new ReviewLine(
            row.Id, row.Key, row.Act, row.Coder, row.IsBlind, row.Field, row.Value, words, row.Note, undoes, !reviews.IsUndone(row.Id), tellings,
            DateTimeOffset.FromUnixTimeMilliseconds(row.RecordedAt));
    }

    private static string TextOf(SqliteConnection connection, DecisionAnchor anchor)
    {
        using var command = connection.Command(
            "SELECT v.text FROM article_version v JOIN article ON article.id = v.article_id WHERE article.key = $article AND v.text_sha256 = $sha256 LIMIT 1",
            ("$article", anchor.Article), ("$sha256", anchor.TextSha256));
        return command.ExecuteScalar() as string ?? string.Empty;
    }
}

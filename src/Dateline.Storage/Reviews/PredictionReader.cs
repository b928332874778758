using System.Globalization;
using Dateline.Chronology.Claims;
using Dateline.Chronology.Reviews;
using Dateline.Text;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage;

/// <summary>Finds predictions by their ids, which are made from the text and the words.</summary>
internal sealed class PredictionReader(SqliteConnection connection)
{
    public static string IdOf(string textSha256, TextSpan words) => ClaimIds.Make(
        "prediction", textSha256, words.Start.ToString(CultureInfo.InvariantCulture), words.Length.ToString(CultureInfo.InvariantCulture));

    /// <summary>The words of a prediction in a current reading; null when there is none of that id.</summary>
    public DecisionAnchor? AnchorOf(string id)
    {
        using var command = connection.Command(
            """
            SELECT article.key, v.text_sha256, p.start, p.length FROM prediction p JOIN document ON document.id = p.document_id
            JOIN article_version v ON v.id = document.version_id JOIN article ON article.id = v.article_id WHERE document.superseded_at IS NULL
            """);
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var words = new TextSpan(row.GetInt32(2), row.GetInt32(3));
            if (IdOf(row.GetString(1), words) == id) return new DecisionAnchor(id, row.GetString(0), row.GetString(1), words);
        }

        return null;
    }
}

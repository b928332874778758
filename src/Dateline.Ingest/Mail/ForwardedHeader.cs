using Dateline.Ingest.Plain;
using Dateline.Text;

namespace Dateline.Ingest.Mail;

/// <summary>The lines that mail programs put above a message that is passed on: “From: …”, “Date: …”, “Subject: …”.</summary>
/// <param name="Span">The lines.</param>
/// <param name="From">The first sender as written.</param>
/// <param name="Date">When it was sent, as written.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Marked">Whether a line above says that a message is passed on.</param>
internal sealed record ForwardedHeader(TextSpan Span, string From, string? Date, string? Subject, bool Marked)
{
    static readonly string[] FromLabels = ["from", "de", "von", "da", "van", "från", "fra"];
    static readonly string[] DateLabels = ["date", "sent", "envoyé", "envoyé le", "datum", "gesendet", "fecha", "enviado", "data", "inviato", "verzonden", "enviada"];
    static readonly string[] SubjectLabels = ["subject", "objet", "betreff", "asunto", "oggetto", "assunto", "onderwerp"];
    static readonly string[] OtherLabels = ["to", "à", "a", "an", "para", "aan", "cc", "reply-to", "répondre à", "antwort an"];
    static readonly string[] Marks = ["forwarded message", "original message", "message transféré", "message d'origine", "message d’origine", "weitergeleitete nachricht", "mensaje reenviado", "messaggio inoltrato", "mensagem encaminhada", "doorgestuurd bericht"];

    /// <summary>The first such lines, or null.</summary>
    public static ForwardedHeader? Find(string text)
    {
        var lines = TextLines.Read(text);
        for (var k = 0; k < lines.Count; k++)
        {
            if (Field(Words(k), FromLabels) is { } from && Read(k, from) is { } found)
                return found;
        }
        return null;

        ReadOnlySpan<char> Words(int k) => lines[k].Span.In(text).TrimStart("*> ");

        ForwardedHeader? Read(int first, string from)
        {
            string? date = null, subject = null;
            var end = lines[first].End;
            var blanks = 0;
            for (var k = first + 1; k < lines.Count && blanks < 2; k++)
            {
                if (lines[k].Length == 0)
                {
                    blanks++;
                    continue;
                }
                if (Field(Words(k), DateLabels) is { } sent)
                    date ??= sent;
                else if (Field(Words(k), SubjectLabels) is { } about)
                    subject ??= about;
                else if (Field(Words(k), OtherLabels) is null)
                    break;
                end = lines[k].End;
                blanks = 0;
            }
            if (date is null && subject is null)
                return null;
            var above = first - 1;
            while (above >= 0 && lines[above].Length == 0)
                above--;
            var marked = above >= 0 && IsMark(lines[above].Span.In(text));
            return new ForwardedHeader(TextSpan.FromBounds(lines[marked ? above : first].Start, end), from, date, subject, marked);
        }
    }

    static bool IsMark(ReadOnlySpan<char> line)
    {
        foreach (var mark in Marks)
        {
            if (line.Length < 120 && line.Contains(mark, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    static string? Field(ReadOnlySpan<char> line, string[] labels)
    {
        var colon = line[..Math.Min(line.Length, 20)].IndexOf(':');
        if (colon < 1)
            return null;
        var label = line[..colon].Trim(" \u00A0*");
        foreach (var known in labels)
        {
            if (label.Equals(known, StringComparison.OrdinalIgnoreCase))
                return line[(colon + 1)..].Trim(" \u00A0*").ToString();
        }
        return null;
    }
}

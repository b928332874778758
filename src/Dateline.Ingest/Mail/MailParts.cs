using MimeKit;

namespace Dateline.Ingest.Mail;

/// <summary>The parts of a message, by what they are good for.</summary>
internal sealed class MailParts
{
    public List<TextPart> Html { get; } = [];

    public List<TextPart> Plain { get; } = [];

    public List<MessagePart> Messages { get; } = [];

    public List<MimePart> Attachments { get; } = [];

    public bool IsEncrypted { get; private set; }

    /// <summary>Sorts a message's parts; the parser has bounded their depth.</summary>
    public static MailParts Of(MimeEntity? body)
    {
        var parts = new MailParts();
        parts.Add(body);
        return parts;
    }

    void Add(MimeEntity? entity)
    {
        switch (entity)
        {
            case Multipart multipart:
                IsEncrypted |= multipart.ContentType.IsMimeType("multipart", "encrypted");
                if (multipart.ContentType.IsMimeType("multipart", "alternative"))
                {
                    AddAlternative(multipart);
                    break;
                }
                foreach (var child in multipart)
                    Add(child);
                break;
            case MessagePart { Message: not null } message:
                Messages.Add(message);
                break;
            case TextPart { IsHtml: true, IsAttachment: false } html:
                Html.Add(html);
                break;
            case TextPart { IsAttachment: false } plain when plain.IsPlain || plain.ContentType.IsMimeType("text", "enriched"):
                Plain.Add(plain);
                break;
            case MimePart part:
                IsEncrypted |= part.ContentType.IsMimeType("application", "pkcs7-mime") || part.ContentType.IsMimeType("application", "x-pkcs7-mime");
                Attachments.Add(part);
                break;
        }
    }

    // The same told in several ways: the page, where there is one.
    void AddAlternative(Multipart alternative)
    {
        var own = new MailParts();
        foreach (var child in alternative)
            own.Add(child);
        Html.AddRange(own.Html);
        if (own.Html.Count == 0)
            Plain.AddRange(own.Plain);
        Messages.AddRange(own.Messages);
        Attachments.AddRange(own.Attachments);
        IsEncrypted |= own.IsEncrypted;
    }
}

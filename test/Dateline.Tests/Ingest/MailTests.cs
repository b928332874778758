using System.Text;
using Dateline.Ingest;

namespace Dateline.Tests.Ingest;

public sealed class MailTests
{
    const string First = "The ferry to the northern islands stopped running on Monday after its crew walked out over unpaid wages, the harbour office said.";
    const string Second = "The harbour office told reporters that it would look for another crew before the weekend, and gave no further details about the wages.";
    const string Headers = "From: The Sahel Brief <brief@lantern.example>\nTo: desk@house.example\nDate: Sun, 5 Oct 2025 21:30:00 -0400\nSubject: =?utf-8?Q?Ferry_crew_walks_out_=E2=80=93_again?=\nMessage-ID: <1@lantern.example>\nMIME-Version: 1.0\n";

    static string Alternative(string boundary, string plain, string html) =>
        $"Content-Type: multipart/alternative; boundary=\"{boundary}\"\n\n--{boundary}\nContent-Type: text/plain; charset=utf-8\n\n{plain}\n--{boundary}\nContent-Type: text/html; charset=utf-8\n\n{html}\n--{boundary}--\n";

    static string Page(string words) => $"<html><body><table><tr><td><img src=\"https://t.lantern.example/o.gif?u=1\" width=1 height=1><h1>Ferry crew walks out</h1><p>{First}</p><p>{words}</p></td></tr></table></body></html>";

    [Fact]
    public void Of_a_message_the_page_is_read_with_sender_subject_and_date_of_its_header()
    {
        var article = IntakeCases.Single(Headers + Alternative("b", "Plain.", Page(Second)));
        Assert.Equal(("Ferry crew walks out – again", "The Sahel Brief", "2025-10-05T21:30:00-04:00", "mail Date"), (article.Title, article.Outlet, article.Published, article.PublishedBasis));
        Assert.Contains($"{First}\n\n{Second}", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Plain.", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_page_the_text_is_read_in_its_charset_and_coding()
    {
        var article = IntakeCases.Single(Headers + "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nLe pr=E9sident est arriv=E9 =\nlundi.\n");
        Assert.Contains("Le président est arrivé lundi.", article.Text, StringComparison.Ordinal);
        Assert.Equal("The Sahel Brief", article.Outlet);
    }

    [Theory]
    [InlineData("Anna Okoro from The Lantern <n@lantern.example>", "", "The Lantern", "Anna Okoro", null)]
    [InlineData("brief@lantern.example", "List-Id: \"The Sahel Brief\" <brief.lantern.example>\n", "The Sahel Brief", null, null)]
    [InlineData("brief@lantern.example", "", "lantern.example", null, null)]
    [InlineData("The Lantern <n@lantern.example>", "List-Id: Sahel Watchers <watchers.lists.example>\n", "The Lantern", null, "Sahel Watchers")]
    public void Sender_and_list_give_outlet_byline_and_who_passed_it_on(string from, string more, string outlet, string? byline, string? via)
    {
        var article = IntakeCases.Single($"From: {from}\nDate: Sun, 5 Oct 2025 21:30:00 +0000\nSubject: Ferry\nMIME-Version: 1.0\n{more}\n{First}\n");
        Assert.Equal((outlet, byline, via), (article.Outlet, article.Byline, article.Via));
    }

    [Fact]
    public void A_message_passed_on_in_the_text_is_its_first_senders()
    {
        var text = $"From: Desk <desk@house.example>\nDate: Tue, 7 Oct 2025 08:00:00 +0000\nSubject: Fwd: Ferry\nMIME-Version: 1.0\n\nSee below.\n\n---------- Forwarded message ---------\nFrom: The Lantern <news@lantern.example>\nDate: Sun, 5 Oct 2025 at 10:00\nSubject: Ferry crew walks out\nTo: desk@house.example\n\n{First}\n\n{Second}\n";
        var article = IntakeCases.Single(text);
        Assert.Equal(("The Lantern", "Ferry crew walks out", "2025-10-05T10:00:00", "forwarded Date"), (article.Outlet, article.Title, article.Published, article.PublishedBasis));
        Assert.Equal("mail Date", article.PublishedCandidates[1].Basis);
        Assert.StartsWith(First, article.Text, StringComparison.Ordinal);
        Assert.StartsWith("See below.", article.Remainder, StringComparison.Ordinal);
        foreach (var passage in article.Passages)
            Assert.Equal(passage.Span.In(article.Text).Trim().Length, passage.Span.Length);
    }

    [Fact]
    public void A_message_passed_on_in_a_page_is_cut_out_of_it()
    {
        var html = $"<div>FYI, for the file.</div><div><div>---------- Forwarded message ---------<br>De : The Lantern &lt;news@lantern.example&gt;<br>Date: dim. 5 oct. 2025<br>Objet : Ferry crew walks out<br></div><p>{First}</p><p>{Second}</p></div>";
        var article = IntakeCases.Single($"From: Desk <desk@house.example>\nDate: Tue, 7 Oct 2025 08:00:00 +0000\nSubject: TR : Ferry\nMIME-Version: 1.0\nContent-Type: text/html\n\n{html}\n");
        Assert.Equal(("The Lantern", "Ferry crew walks out", "2025-10-05"), (article.Outlet, article.Title, article.Published));
        Assert.Equal($"{First}\n\n{Second}", article.Text);
        Assert.Equal([First, Second], article.Passages.Select(p => p.Span.In(article.Text).ToString()));
    }

    [Fact]
    public void A_message_attached_to_a_message_is_read_and_the_covering_words_are_kept()
    {
        var text = $"From: Desk <desk@house.example>\nDate: Tue, 7 Oct 2025 08:00:00 +0000\nSubject: Fwd: Ferry\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: text/plain\n\nFor you.\n--o\nContent-Type: message/rfc822\n\n{Headers}Content-Type: text/plain\n\n{First}\n--o\nContent-Type: image/png\nContent-Disposition: attachment\n\nxx\n--o--\n";
        var article = IntakeCases.Single(text);
        Assert.Equal(("page/1", "The Sahel Brief", "For you."), (article.Id, article.Outlet, article.Remainder));
        Assert.Contains("attachment: 1", Assert.Single(article.Diagnostics, static d => d.Code == "DL1040").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://click.mailer.example/x?u=https%3A%2F%2Flantern.example%2Fferry&k=2", "https://lantern.example/ferry")]
    [InlineData("https://trk.mailer.example/CL0/https:%2F%2Flantern.example%2Fferry/1/aa", "https://lantern.example/ferry")]
    [InlineData("https://click.mailer.example/a/9f8e7d6c5b4a39281706f5e4d3c2b1a0ffeeddcc", null)]
    [InlineData("https://lantern.example/2025/10/ferry", "https://lantern.example/2025/10/ferry")]
    public void Addresses_that_count_clicks_are_seen_through_or_dropped(string address, string? target) => Assert.Equal(target, Dateline.Ingest.Mail.RedirectLinks.Target(address));

    [Fact]
    public void A_mailbox_gives_its_messages_with_their_quoting_undone()
    {
        const string Marker = "From MAILER-DAEMON Sun Oct  5 21:30:00 2025\n";
        var box = Marker + Headers + $"\n{First}\n\n>From the north came more.\nFrom Sunday 10:30 on in 2025 nothing ran.\n\nFrom Monday 10:30 in 2025 it ran.\n\n" + Marker + Headers + $"\n{Second}\n";
        var articles = IntakeCases.Articles(box);
        Assert.Equal(["page#1", "page#2"], articles.Select(static a => a.Id));
        Assert.Contains("\nFrom the north came more.\nFrom Sunday", articles[0].Text, StringComparison.Ordinal);
        Assert.Contains("From Monday 10:30 in 2025 it ran.", articles[0].Text, StringComparison.Ordinal);
        Assert.StartsWith(Second, articles[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mailbox_is_read_a_message_at_a_time_and_a_huge_message_stops_nothing()
    {
        var message = "From a@b Sun Oct  5 21:30:00 2025\n" + Headers + $"\n{First}\n\n";
        var huge = "From a@b Sun Oct  5 21:30:00 2025\n" + Headers + "\n" + string.Concat(Enumerable.Repeat(First + "\n", 100)) + "\n";
        var results = IntakeCases.Results(message + huge + message, limits: new IntakeLimits { PageBytes = 4000 });
        Assert.Equal([true, false, true], results.Select(static r => r.Succeeded));
        Assert.Equal(("page#2", "DL1003"), (results[1].Id, results[1].Failure!.Code));
    }

    [Fact]
    public void Hostile_messages_end_in_a_row_each()
    {
        var cut = Headers + Alternative("b", "Plain.", Page(Second));
        var article = IntakeCases.Single(cut[..^40]);
        Assert.Contains(article.Diagnostics, static d => d.Code == "DL1062");

        var deep = new StringBuilder(Headers);
        for (var k = 0; k < 3000; k++)
            deep.Append($"Content-Type: multipart/mixed; boundary=b{k}\n\n--b{k}\n");
        deep.Append($"Content-Type: text/plain\n\n{First}\n");
        Assert.Equal("DL1041", Assert.Single(IntakeCases.Results(deep.ToString())).Failure!.Code);

        var messages = new StringBuilder();
        for (var k = 0; k < 500; k++)
            messages.Append(Headers).Append("Content-Type: message/rfc822\n\n");
        Assert.NotEmpty(IntakeCases.Results(messages.ToString()));

        var many = Headers + "Content-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\n\nx\n", 30_000));
        Assert.Equal("DL1063", Assert.Single(IntakeCases.Results(many)).Failure!.Code);

        Assert.Equal("DL1061", Assert.Single(IntakeCases.Results(Headers + "Content-Type: application/pkcs7-mime\nContent-Transfer-Encoding: base64\n\nAAAA\n")).Failure!.Code);
        Assert.Equal("DL1041", Assert.Single(IntakeCases.Results(Headers + "\n\n")).Failure!.Code);
        Assert.NotEmpty(IntakeCases.Results("\0\u0001\u0002 no mail", InputFormat.Mail));
    }

    [Theory]
    [InlineData("From: the desk\n\nNothing else was said.")]
    [InlineData("From Monday 10:30 in 2025 the ferry ran.\nNobody came.")]
    [InlineData("Headline: Ferry\nBy: Anna\n\nThe ferry ran.")]
    public void Prose_that_begins_like_mail_is_none(string text) => Assert.Null(IntakeCases.Single(text).PublishedBasis);
}

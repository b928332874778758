using System.Diagnostics;
using System.Text;
using Dateline.Ingest;

namespace Dateline.IntegrationTests.Ingest;

/// <summary>A table of 200 MB, made as it is read, goes through in bounded memory.</summary>
public sealed class TableMemoryTests
{
    private const long Size = 200L << 20;
    private const long MostHeld = 96L << 20;

    [Fact]
    public void Two_hundred_megabytes_of_rows_are_read_in_bounded_memory()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("DATELINE_QUICK") is { Length: > 0 }, "The long tests are left out, because DATELINE_QUICK is set.");
        using var table = new MadeTable(Size);
        var clock = Stopwatch.StartNew();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long rows = 0, highest = 0;
        foreach (var result in new ArticleReader().Read(table, "table.csv"))
        {
            Assert.True(result.Succeeded);
            if (++rows % 50_000 == 0) highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal(table.Rows, rows);
        Assert.InRange(highest, 0, MostHeld);
        TestContext.Current.TestOutputHelper?.WriteLine($"{rows:N0} rows, {Size >> 20} MiB in {clock.Elapsed.TotalSeconds:F1} s, at most {highest / 1048576.0:F1} MiB held");
    }

    private sealed class MadeTable(long size) : Stream
    {
        private byte[] _row = "id,title,text,date,outlet,note\n"u8.ToArray();
        private int _at;
        private long _made;

        public long Rows { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_at == _row.Length)
            {
                if (_made >= size) return 0;
                var sentences = string.Concat(Enumerable.Repeat("The crew of the northern ferry walked out on Monday, and the \"\"harbour office\"\" said little.\n", 10));
                _row = Encoding.UTF8.GetBytes($"row-{++Rows},Ferry {Rows},\"{sentences}\",2025-10-05,The Lantern,kept\n");
                _made += _row.Length;
                _at = 0;
            }

            count = Math.Min(count, _row.Length - _at);
            _row.AsSpan(_at, count).CopyTo(buffer.AsSpan(offset));
            _at += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

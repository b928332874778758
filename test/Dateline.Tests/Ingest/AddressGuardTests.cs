using System.Net;
using Dateline.Ingest.Fetching;

namespace Dateline.Tests.Ingest;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("100.100.100.200")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("168.63.129.16")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")]
    [InlineData("192.168.1.1")]
    [InlineData("198.19.0.1")]
    [InlineData("224.0.0.251")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::7f00:1")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::10.0.0.1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("3fff::1")]
    public void What_leads_inside_is_closed(string address) => Assert.False(AddressGuard.IsOpen(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("168.63.129.17")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("::ffff:1.1.1.1")]
    [InlineData("64:ff9b::1.1.1.1")]
    [InlineData("2001:4860:4860::8888")]
    [InlineData("2606:4700::1111")]
    public void What_is_beside_a_closed_block_is_open(string address) => Assert.True(AddressGuard.IsOpen(IPAddress.Parse(address)));

    [Fact]
    public void Waits_double_spread_to_both_sides_and_end_at_the_longest()
    {
        TimeSpan Wait(int failures, double chance) => BackOff.Wait(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30), failures, chance);
        Assert.Equal(TimeSpan.FromSeconds(1), Wait(0, 0));
        Assert.Equal(TimeSpan.FromSeconds(2), Wait(0, 0.5));
        Assert.Equal(TimeSpan.FromSeconds(8), Wait(2, 0.5));
        Assert.Equal(TimeSpan.FromSeconds(30), Wait(5, 0.9));
        Assert.Equal(TimeSpan.FromSeconds(30), Wait(int.MaxValue, 0));
    }

    [Theory]
    [InlineData("")]
    [InlineData("desk at lantern.example")]
    [InlineData("desk@lantern.example\r\nX-Other: 1")]
    [InlineData("(desk)")]
    public void A_contact_that_could_write_headers_is_refused(string contact) =>
        Assert.Throws<ArgumentException>(() => new Fetcher(new FetchOptions { Contact = contact }));
}

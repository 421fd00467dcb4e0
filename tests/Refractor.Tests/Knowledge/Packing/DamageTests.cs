using Refractor.Knowledge.Packing;
using Refractor.Tests.Knowledge.Source;

namespace Refractor.Tests.Knowledge.Packing;

/// <summary>A damaged pack is refused as such, or reads as a pack that can be used; nothing else happens.</summary>
public class DamageTests
{
    private static byte[] Small =>
        RealKnowledge.Write(SmallKnowledge.Read(SmallKnowledge.Evidence, SmallKnowledge.Other).Pack!);

    [Fact]
    public void A_small_pack_cut_off_anywhere_is_refused()
    {
        var bytes = Small;
        for (var length = 0; length < bytes.Length; length++)
            Should.Throw<InvalidDataException>(() => PackReader.Read(bytes.AsSpan(0, length)), $"at {length}");
    }

    [Fact]
    public void A_small_pack_with_any_single_bit_flipped_is_refused_or_usable()
    {
        var bytes = Small;
        for (var at = 0; at < bytes.Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                bytes[at] ^= (byte)(1 << bit);
                IsRefusedOrUsable(bytes, $"bit {bit} of byte {at}");
                bytes[at] ^= (byte)(1 << bit);
            }
        }
    }

    [Fact]
    public void A_small_pack_with_any_byte_at_its_extremes_is_refused_or_usable()
    {
        var bytes = Small;
        for (var at = 0; at < bytes.Length; at++)
        {
            var kept = bytes[at];
            foreach (var value in new byte[] { 0, 1, 0x7F, 0x80, 0xFF })
            {
                bytes[at] = value;
                IsRefusedOrUsable(bytes, $"{value} at byte {at}");
            }
            bytes[at] = kept;
        }
    }

    [Fact]
    public void The_real_pack_cut_off_anywhere_is_refused()
    {
        var bytes = RealKnowledge.Bytes;
        var random = new Random(20261121);
        for (var i = 0; i < 200; i++)
        {
            var length = random.Next(bytes.Length);
            Should.Throw<InvalidDataException>(() => PackReader.Read(bytes.AsSpan(0, length)), $"at {length}");
        }
    }

    [Fact]
    public void The_real_pack_with_a_byte_changed_is_refused_or_usable()
    {
        var bytes = RealKnowledge.Bytes;
        var random = new Random(20261122);
        for (var i = 0; i < 200; i++)
        {
            // Half of the changes fall on the body behind the table of texts, where numbers and references stand.
            var at = i % 2 == 0 ? random.Next(bytes.Length) : bytes.Length - 1 - random.Next(bytes.Length / 3);
            var kept = bytes[at];
            bytes[at] = (byte)random.Next(256);
            IsRefusedOrUsable(bytes, $"{bytes[at]} at byte {at}");
            bytes[at] = kept;
        }
    }

    [Fact]
    public void Bytes_behind_the_end_are_refused() =>
        Should.Throw<InvalidDataException>(() => PackReader.Read([.. Small, 0])).Message.ShouldContain("damaged");

    private static void IsRefusedOrUsable(byte[] bytes, string what)
    {
        try
        {
            var pack = PackReader.Read(bytes);
            foreach (var item in pack.Items)
            {
                pack.FindItem(item.Id).ShouldNotBeNull(what);
                pack.Index.Of(item.Feature).ShouldContain(item, what);
            }
            RealKnowledge.Write(pack).Length.ShouldBeGreaterThan(0, what);
        }
        catch (InvalidDataException)
        {
            // Refused, as it should be.
        }
        catch (Exception e) when (e is not ShouldAssertException)
        {
            Assert.Fail($"{what}: {e}");
        }
    }
}

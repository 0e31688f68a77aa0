package vn.lienthong.hub.dossier;

import java.nio.ByteBuffer;
import java.util.UUID;
import vn.lienthong.hub.platform.content.Sha256;

/** Ids of new dossiers: in order of time (UUID version 7), and the same again for the same record. */
final class DossierIds {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int TICKS_BELOW_MILLIS = 16;

    private DossierIds() {}

    static UUID of(Observation first) {
        ByteBuffer name = ByteBuffer.allocate(Long.BYTES * 2 + Integer.BYTES)
                .putLong(first.receipt().getMostSignificantBits())
                .putLong(first.receipt().getLeastSignificantBits())
                .putInt(first.recordNo());
        ByteBuffer bits = ByteBuffer.wrap(Sha256.of(name.array()));
        long millis = first.stamp().ticks() >>> TICKS_BELOW_MILLIS;
        long high = millis << TICKS_BELOW_MILLIS | VERSION_7 | (bits.getLong() & 0xFFF);
        return new UUID(high, VARIANT | bits.getLong() >>> 2);
    }
}

package vn.lienthong.hub.intake;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.time.HybridClock;
import vn.lienthong.trust.Seal;

/**
 * Writes and reads receipts: 16 bytes of id and 8 bytes of MAC in base32.
 *
 * <p>The id is a keyed hash of sender and {@code Idempotency-Key}, so every node gives the same receipt without asking
 * anybody; without a key it is a keyed hash of a stamp no other submission has.
 */
@Component
public class Receipts {

    private static final int ID_BYTES = 16;
    private static final int MAC_BYTES = 8;
    private static final int MARK_DIGITS = 8;

    private final Seal seal;
    private final HybridClock clock;

    Receipts(Seal seal, HybridClock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    /** The receipt of a submission; the same sender and key give the same receipt, for ever. */
    public Receipt issue(String sender, @Nullable String idempotencyKey) {
        String distinct = idempotencyKey == null ? "stamp|" + clock.next() : "key|" + idempotencyKey;
        String drawn = seal.hash("receipt|" + sender + "|" + distinct);
        long high = (long) mark(sender) << Integer.SIZE
                | HexFormat.fromHexDigitsToLong(drawn, 0, MARK_DIGITS) & 0xffffffffL;
        return new Receipt(new UUID(high, HexFormat.fromHexDigitsToLong(drawn, MARK_DIGITS, 3 * MARK_DIGITS)));
    }

    /** The text a sender keeps. */
    public String text(Receipt receipt) {
        byte[] bytes = ByteBuffer.allocate(ID_BYTES + MAC_BYTES)
                .putLong(receipt.id().getMostSignificantBits())
                .putLong(receipt.id().getLeastSignificantBits())
                .putLong(mac(receipt))
                .array();
        return Base32.write(bytes);
    }

    /** The receipt behind a text, absent unless this hub wrote it. */
    public Optional<Receipt> parse(String text) {
        return Base32.read(text)
                .filter(bytes -> bytes.length == ID_BYTES + MAC_BYTES)
                .flatMap(this::verify);
    }

    /** Whether the receipt was given to this sender. */
    public boolean isOf(Receipt receipt, String sender) {
        return receipt.mark() == mark(sender);
    }

    private Optional<Receipt> verify(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        Receipt receipt = new Receipt(new UUID(buffer.getLong(), buffer.getLong()));
        byte[] expected = ByteBuffer.allocate(MAC_BYTES).putLong(mac(receipt)).array();
        boolean ours = MessageDigest.isEqual(expected, Arrays.copyOfRange(bytes, ID_BYTES, bytes.length));
        return ours ? Optional.of(receipt) : Optional.empty();
    }

    private long mac(Receipt receipt) {
        return HexFormat.fromHexDigitsToLong(seal.hash("receipt-mac|" + receipt.id()), 0, 2 * MAC_BYTES);
    }

    private int mark(String sender) {
        return HexFormat.fromHexDigits(seal.hash("receipt-mark|" + sender), 0, MARK_DIGITS);
    }
}

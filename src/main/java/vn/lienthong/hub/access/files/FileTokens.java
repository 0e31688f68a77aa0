package vn.lienthong.hub.access.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import vn.lienthong.hub.platform.time.VietnamTime;
import vn.lienthong.trust.MasterKey;

/**
 * A link as text: the month whose key sealed it, a nonce, and the sealed link (AES-256-GCM, which signs it too). Each
 * month has a key of its own.
 */
final class FileTokens {

    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int MONTH = Integer.BYTES;
    private static final int HASH = 32;
    private static final int LEAST = MONTH + NONCE + 2 * Long.BYTES + HASH + Long.BYTES + TAG;
    private static final int LONGEST = 400;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MasterKey master;

    FileTokens(MasterKey master) {
        this.master = master;
    }

    String seal(FileLink link, Instant now) {
        byte[] audience = link.audience().getBytes(StandardCharsets.UTF_8);
        ByteBuffer plain = ByteBuffer.allocate(3 * Long.BYTES + HASH + audience.length)
                .putLong(link.dossier().getMostSignificantBits())
                .putLong(link.dossier().getLeastSignificantBits())
                .putLong(link.until().getEpochSecond())
                .put(HexFormat.of().parseHex(link.sha256()))
                .put(audience);
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        int month = month(now);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, month, nonce, plain.array());
        byte[] token = ByteBuffer.allocate(MONTH + NONCE + sealed.length)
                .putInt(month)
                .put(nonce)
                .put(sealed)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Empty for whatever we did not seal. */
    Optional<FileLink> open(String token) {
        try {
            byte[] bytes = token.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(token);
            if (bytes.length < LEAST) {
                return Optional.empty();
            }
            ByteBuffer whole = ByteBuffer.wrap(bytes);
            int month = whole.getInt();
            byte[] nonce = taken(whole, NONCE);
            return Optional.of(
                    link(ByteBuffer.wrap(crypt(Cipher.DECRYPT_MODE, month, nonce, taken(whole, whole.remaining())))));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static FileLink link(ByteBuffer plain) {
        UUID dossier = new UUID(plain.getLong(), plain.getLong());
        Instant until = Instant.ofEpochSecond(plain.getLong());
        String sha256 = HexFormat.of().formatHex(taken(plain, HASH));
        return new FileLink(
                dossier, sha256, new String(taken(plain, plain.remaining()), StandardCharsets.UTF_8), until);
    }

    private static byte[] taken(ByteBuffer from, int count) {
        byte[] bytes = new byte[count];
        from.get(bytes);
        return bytes;
    }

    private static int month(Instant at) {
        YearMonth month = YearMonth.from(at.atZone(VietnamTime.ZONE));
        return month.getYear() * 100 + month.getMonthValue();
    }

    private byte[] crypt(int mode, int month, byte[] nonce, byte[] bytes) {
        try {
            SecretKey key = master.derive("file-links/" + month, "AES");
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException altered) {
            throw new IllegalArgumentException("Not sealed with the key of that month", altered);
        }
    }
}

package vn.lienthong.trust;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import javax.crypto.SecretKey;

/**
 * Compresses and encrypts what is kept, and hashes what must be found again without being shown.
 *
 * <p>Ciphers are pooled without a lock rather than bound to threads, so that virtual threads reuse them too.
 */
public class Seal {

    private final ConcurrentLinkedQueue<SealWorker> idle = new ConcurrentLinkedQueue<>();
    private final SecretKey sealing;
    private final SecretKey hashing;

    public Seal(MasterKey master) {
        this.sealing = master.derive("seal", "AES");
        this.hashing = master.derive("hash", "HmacSHA256");
    }

    /** Deflated at level 1, then AES-256-GCM under a nonce never used before. */
    public byte[] seal(byte[] plain) {
        return with(worker -> worker.seal(plain));
    }

    /** The bytes {@link #seal} was given; refuses anything altered. */
    public byte[] open(byte[] sealed) {
        return with(worker -> worker.open(sealed));
    }

    /** HMAC-SHA256 in hex: equal for equal values, useless without the key. */
    public String hash(String value) {
        return with(worker -> worker.hash(value));
    }

    private <T> T with(Function<SealWorker, T> work) {
        SealWorker pooled = idle.poll();
        SealWorker worker = pooled == null ? new SealWorker(sealing, hashing) : pooled;
        T result = work.apply(worker);
        idle.add(worker);
        return result;
    }
}

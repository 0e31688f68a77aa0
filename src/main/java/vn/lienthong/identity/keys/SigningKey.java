package vn.lienthong.identity.keys;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One key pair and its times: published at once, signing from, gone at. */
record SigningKey(
        RSAKey pair,
        Instant createdAt,
        Instant signsFrom,
        @Nullable Instant leavesAt) {

    String kid() {
        return pair.getKeyID();
    }

    boolean signsAt(Instant moment) {
        return !signsFrom.isAfter(moment);
    }
}

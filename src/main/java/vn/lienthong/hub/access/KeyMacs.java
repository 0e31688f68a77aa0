package vn.lienthong.hub.access;

import org.springframework.stereotype.Component;
import vn.lienthong.trust.Seal;

/** The keyed hash (HMAC-SHA-256) under which a key is stored: a stolen table opens nothing. */
@Component
class KeyMacs {

    private final Seal seal;

    KeyMacs(Seal seal) {
        this.seal = seal;
    }

    String of(KeyText key) {
        return seal.hash("api-key:" + key.text());
    }
}

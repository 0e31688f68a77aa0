package vn.lienthong.standin.login;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can log in here.
 *
 * @param at the provider it belongs to
 * @param claims what user-info says, in the provider's words
 * @param misbehaves in which way the provider goes wrong with it
 */
record LoginAccount(
        String key,
        String title,
        String at,
        Map<String, Object> claims,
        @Nullable String misbehaves) {

    boolean does(String wrong) {
        return wrong.equals(misbehaves);
    }

    String sub() {
        return String.valueOf(claims.get("sub"));
    }
}

/**
 * What every HTTP answer of the hub has in common: the correlation id, problems (RFC 9457) in the caller's language, and
 * connections that stay of use after an answer that came early or at once.
 *
 * <p>Open {@link vn.lienthong.hub.platform.http.ProblemException} first.
 */
@NamedInterface("http")
@NullMarked
package vn.lienthong.hub.platform.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

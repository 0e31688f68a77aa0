/**
 * The link itself, for people (liên kết tới Cổng quốc gia): why it is given up, whether a session is held, what the last
 * calls came to.
 *
 * <p>In: {@code /api/v1/national/link} and {@code /api/v1/national/calls}. Open {@code LinkEndpoint} first.
 */
@NullMarked
package vn.lienthong.hub.national.link;

import org.jspecify.annotations.NullMarked;

/**
 * Turns the bytes a sender pushed into a tree of names and values, one tree per record, by a decoder named in the
 * sender's configuration: {@code json}, {@code xml}, {@code csv}, {@code sheet}. Nothing here knows what a value means.
 *
 * <p>In: a {@link vn.lienthong.hub.intake.decode.Body}. Out: a stream of records, or a refusal that says what is wrong
 * with the bytes. A record that cannot be read while its neighbours can is marked, so that one bad row never sinks the
 * batch. Open {@link vn.lienthong.hub.intake.decode.Decoders} first.
 */
@NullMarked
package vn.lienthong.hub.intake.decode;

import org.jspecify.annotations.NullMarked;

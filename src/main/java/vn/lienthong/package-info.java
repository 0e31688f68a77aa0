/** The entry point: {@link vn.lienthong.LienThong} starts the hub, its own servers, or one of its tools. */
@NullMarked
package vn.lienthong;

import org.jspecify.annotations.NullMarked;

/** The servers of standalone mode, tried on real data folders. */
@NullMarked
package vn.lienthong.infra.local;

import org.jspecify.annotations.NullMarked;

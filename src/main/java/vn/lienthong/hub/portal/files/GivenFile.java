package vn.lienthong.hub.portal.files;

import java.io.InputStream;
import java.util.function.Supplier;

/**
 * A file that a link opens.
 *
 * @param size -1 when it is not known
 */
record GivenFile(String name, String type, long size, Supplier<InputStream> content) {}

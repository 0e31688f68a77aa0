package vn.lienthong.hub.quality.lists;

import java.io.IOException;
import java.util.List;

/** The lines of a list below its titles; null behind the last. */
interface Lines extends AutoCloseable {

    /** The titles of the columns; empty where every line names its own. */
    List<String> titles();

    @org.jspecify.annotations.Nullable
    Line next() throws IOException;

    @Override
    void close() throws IOException;
}

package vn.lienthong.hub.intake.collect.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** A server with files; paths are below the folder in which the log-in lands. */
interface FileServer extends AutoCloseable {

    /** A file as it stood when it was looked at. */
    record Seen(String name, long size, long modified) {}

    List<Seen> list(String folder) throws IOException;

    Optional<Seen> find(String folder, String name) throws IOException;

    InputStream read(String folder, String name) throws IOException;

    /** Makes the folder unless it is there; a file of that name there is left alone and this fails. */
    void move(String folder, String name, String toFolder, String toName) throws IOException;

    /** Under its name only once it is whole. */
    void write(String folder, String name, byte[] content) throws IOException;

    void remove(String folder, String name) throws IOException;

    @Override
    void close();
}

package vn.lienthong.infra.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import vn.lienthong.infra.StartFailure;

/**
 * The servers' programs, unpacked once from our own jars. A folder gets its name only when it is complete, and the name
 * carries the archive's checksum, so that a new release never runs old programs.
 */
record Binaries(Path folder) {

    /** Unpacks a {@code .txz} archive and answers its folder. */
    Path archive(String part, String resource) throws IOException {
        return unpacked(part, resource, (content, aside) -> {
            try (var tar = new TarArchiveInputStream(new XZInputStream(content))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    place(tar, entry, aside);
                }
            }
        });
    }

    /** Copies one program and answers its path. */
    Path program(String part, String resource) throws IOException {
        return unpacked(part, resource, (content, aside) -> {
                    Files.copy(content, aside.resolve(part));
                    permit(aside.resolve(part), true);
                })
                .resolve(part);
    }

    private Path unpacked(String part, String resource, Unpacking unpacking) throws IOException {
        URL url = Binaries.class.getResource("/" + resource);
        if (url == null) {
            throw new StartFailure(
                    "this build has no " + part + " for " + Platform.name() + " (" + resource + ")",
                    "build it with the Maven profile of this platform, or use external servers with LIENTHONG_MODE=node");
        }
        Path target = folder.resolve(part + "-" + checksum(url));
        if (Files.isDirectory(target)) {
            return target;
        }
        Files.createDirectories(folder);
        forgetAbandoned();
        Path aside = Files.createTempDirectory(folder, "." + part);
        try (InputStream content = url.openStream()) {
            unpacking.unpack(content, aside);
        }
        name(aside, target);
        return target;
    }

    /** Another process sharing this folder may have been faster; both unpacked the same bytes. */
    private static void name(Path aside, Path target) throws IOException {
        try {
            DurableFiles.moveIntoPlace(aside, target);
        } catch (FileSystemException e) {
            DurableFiles.deleteTree(aside);
            if (!Files.isDirectory(target)) {
                throw e;
            }
        }
    }

    /** Folders of an unpacking that was killed; one still going on is younger. */
    private void forgetAbandoned() throws IOException {
        Instant longAgo = Instant.now().minus(Duration.ofMinutes(10));
        try (var folders = Files.newDirectoryStream(folder, ".*")) {
            for (Path aside : folders) {
                if (Files.getLastModifiedTime(aside).toInstant().isBefore(longAgo)) {
                    DurableFiles.deleteTree(aside);
                }
            }
        }
    }

    private static String checksum(URL url) throws IOException {
        return url.openConnection() instanceof JarURLConnection jar
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : "unpacked";
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path path = root.resolve(entry.getName()).normalize();
        if (!path.startsWith(root)) {
            throw new IOException("archive entry outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            permit(path, (entry.getMode() & 0100) != 0);
        }
    }

    private static void permit(Path file, boolean executable) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private interface Unpacking {
        void unpack(InputStream content, Path folder) throws IOException;
    }
}

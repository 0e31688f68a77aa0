package vn.lienthong.hub.intake.collect.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A department's file server: Apache SSHD on a free port, with a folder. */
final class SftpFolder implements AutoCloseable {

    static final String USER = "so-y-te";
    static final String PASSWORD = "mật khẩu";

    private final SshServer server = SshServer.setUpDefaultServer();
    private final SimpleGeneratorHostKeyProvider keys = new SimpleGeneratorHostKeyProvider();
    private final Path folder;

    SftpFolder(Path folder) {
        this.folder = folder;
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(keys);
        server.setPasswordAuthenticator((user, password, session) -> USER.equals(user) && PASSWORD.equals(password));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        try {
            server.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int port() {
        return server.getPort();
    }

    String fingerprint() {
        return KeyUtils.getFingerPrint(
                BuiltinDigests.sha256, keys.loadKeys(null).iterator().next().getPublic());
    }

    void put(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void rename(String name, String to) {
        try {
            Files.move(folder.resolve(name), folder.resolve(to));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    /** The files below a folder whose names end so. */
    List<Path> ending(String below, String end) {
        if (!has(below)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve(below))) {
            return files.filter(file -> file.getFileName().toString().endsWith(end))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

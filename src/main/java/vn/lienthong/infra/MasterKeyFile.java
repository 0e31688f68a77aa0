package vn.lienthong.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import vn.lienthong.trust.MasterKey;

/** Where the master key comes from: the environment, else {@code secrets/master-key}, made once in standalone mode. */
final class MasterKeyFile {

    static final String VARIABLE = "LIENTHONG_MASTER_KEY";

    private MasterKeyFile() {}

    static MasterKey read(HubHome home, String fromEnvironment) {
        if (!fromEnvironment.isBlank()) {
            return MasterKey.ofBase64(fromEnvironment);
        }
        Path file = home.secrets().resolve("master-key");
        try {
            if (Files.notExists(file)) {
                make(home, file);
            }
            return MasterKey.ofBase64(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void make(HubHome home, Path file) throws IOException {
        if (home.mode() == Mode.NODE || Files.exists(home.data().resolve("content"))) {
            throw new IllegalStateException("No master key: set " + VARIABLE + " or restore " + file
                    + "; without the old key nothing stored earlier can be read");
        }
        byte[] secret = new byte[MasterKey.BYTES];
        new SecureRandom().nextBytes(secret);
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(
                file.getParent(),
                "master-key",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, Base64.getEncoder().encodeToString(secret) + "\n", StandardOpenOption.SYNC);
        Files.move(fresh, file);
    }
}

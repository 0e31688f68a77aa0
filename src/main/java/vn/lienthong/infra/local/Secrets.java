package vn.lienthong.infra.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The generated passwords of this installation: one file each, made once, readable by its owner only. */
record Secrets(Path folder, SecureRandom random) {

    private static final int BYTES = 32;

    /** A password safe to write into addresses and configuration files. */
    String password(String name) {
        return valueOf(name, Base64.getUrlEncoder().withoutPadding());
    }

    /** A 256-bit key in base64. */
    String key(String name) {
        return valueOf(name, Base64.getEncoder());
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    private String valueOf(String name, Base64.Encoder encoder) {
        try {
            DurableFiles.privateFolder(folder);
            if (!Files.exists(file(name))) {
                byte[] bytes = new byte[BYTES];
                random.nextBytes(bytes);
                DurableFiles.write(file(name), encoder.encodeToString(bytes) + "\n");
            }
            return Files.readString(file(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

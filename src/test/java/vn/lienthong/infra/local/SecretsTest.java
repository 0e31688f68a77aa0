package vn.lienthong.infra.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path temporary;

    @Test
    void keepsAPasswordOnceMade() {
        assertThat(secrets().password("redis")).isEqualTo(secrets().password("redis"));
        assertThat(secrets().password("redis")).isNotEqualTo(secrets().password("postgres"));
    }

    @Test
    void makesAMasterKeyOf256Bits() {
        assertThat(Base64.getDecoder().decode(secrets().key("master-key"))).hasSize(32);
    }

    @Test
    void letsNobodyElseRead() throws IOException {
        secrets().password("redis");
        assertThat(rights(secrets().folder())).isEqualTo("rwx------");
        assertThat(rights(secrets().file("redis"))).isEqualTo("rw-------");
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private Secrets secrets() {
        return new Secrets(temporary.resolve("secrets"), new SecureRandom());
    }
}

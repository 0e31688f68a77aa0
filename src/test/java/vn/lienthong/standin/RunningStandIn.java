package vn.lienthong.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/** A stand-in for a test class, emptied before each test. */
final class RunningStandIn implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private @Nullable StandIn standIn;
    private @Nullable Path data;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        data = Files.createTempDirectory("stand-in");
        standIn = StandIn.start(StandInOptions.of(data, Caller.PASSWORD));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        new Caller(url()).post("/stand-in/reset", "");
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        Objects.requireNonNull(standIn).close();
        FileSystemUtils.deleteRecursively(data);
    }

    String url() {
        return Objects.requireNonNull(standIn).url();
    }

    Caller caller() {
        return new Caller(url()).loggedIn();
    }
}

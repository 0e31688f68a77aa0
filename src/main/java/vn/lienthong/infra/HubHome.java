package vn.lienthong.infra;

import java.nio.file.Path;

/** The folders of this hub: what it keeps ({@code data}, {@code secrets}) and what it is told ({@code routes}, {@code config}, {@code mocks}). */
public record HubHome(Mode mode, Path data, Path secrets, Path routes, Path config, Path mocks) {

    /** Settings {@code LIENTHONG_DATA} (default {@code ./data}) and {@code LIENTHONG_HOME} (default {@code .}). */
    public static HubHome of(Settings settings) {
        Path data = absolute(settings.orElse("LIENTHONG_DATA", "data"));
        Path home = absolute(settings.orElse("LIENTHONG_HOME", "."));
        return new HubHome(
                Mode.of(settings),
                data,
                data.resolve("secrets"),
                home.resolve("routes"),
                home.resolve("config"),
                home.resolve("mocks"));
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }
}

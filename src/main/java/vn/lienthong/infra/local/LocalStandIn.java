package vn.lienthong.infra.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.infra.HubHome;

/** The stand-in for the national portal and the departments, in a Java process of its own. */
final class LocalStandIn implements Server {

    private static final String FAT_JAR_LAUNCHER = "/org/springframework/boot/loader/launch/JarLauncher.class";

    private final Path folder;
    private final Path home;
    private final int port;
    private final Secrets secrets;

    LocalStandIn(HubHome hub, int port, Secrets secrets) {
        this.folder = hub.data().resolve("stand-in");
        this.home = hub.mocks().resolveSibling("");
        this.port = port;
        this.secrets = secrets;
    }

    /** Whether this build contains it. */
    static boolean isPresent() {
        return LocalStandIn.class.getResource("/vn/lienthong/standin/StandIn.class") != null;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public String title() {
        return "The stand-in portal";
    }

    @Override
    public String id() {
        return "stand-in";
    }

    @Override
    public boolean isEssential() {
        return false;
    }

    @Override
    public void prepare() throws IOException {
        DurableFiles.privateFolder(folder);
        secrets.password("stand-in-admin-token");
        secrets.password("national");
    }

    @Override
    public ProcessBuilder command() {
        List<String> command = new ArrayList<>(Platform.ownSession());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx384m",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(program());
        command.addAll(List.of(
                "stand-in",
                "--port",
                Integer.toString(port),
                "--data",
                folder.toString(),
                "--admin-token-file",
                secrets.file("stand-in-admin-token").toString(),
                "--password-file",
                secrets.file("national").toString()));
        return new ProcessBuilder(command).directory(home.toFile());
    }

    /** The same program as this one, started with another first word. */
    private static List<String> program() {
        String classPath = absolute(System.getProperty("java.class.path"));
        return LocalStandIn.class.getResource(FAT_JAR_LAUNCHER) != null
                ? List.of("-jar", classPath)
                : List.of("-cp", classPath, "vn.lienthong.LienThong");
    }

    private static String absolute(String classPath) {
        return String.join(
                java.io.File.pathSeparator,
                List.of(classPath.split(java.io.File.pathSeparator)).stream()
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
    }

    @Override
    public boolean answers() {
        try {
            var connection = (HttpURLConnection)
                    address().resolve("/stand-in/health").toURL().openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout(1000);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(60);
    }

    @Override
    public void askToEnd(ProcessHandle process) {
        process.destroy();
    }
}

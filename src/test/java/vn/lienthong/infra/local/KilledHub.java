package vn.lienthong.infra.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** A hub process of its own that starts the servers, keeps one row and waits to be killed. */
final class KilledHub {

    private static final String UP = "up";

    private KilledHub() {}

    /** Starts one and returns when its servers are up. */
    static Process on(TestFolder folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dio.netty.noUnsafe=false",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledHub.class.getName(),
                        folder.data().toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader output = process.inputReader();
        var said = new StringBuilder();
        for (String line = output.readLine(); !UP.equals(line); line = output.readLine()) {
            if (line == null) {
                throw new IOException("the hub did not start: " + said);
            }
            said.append(line).append('\n');
        }
        return process;
    }

    public static void main(String[] args) throws Exception {
        try (LocalParts parts = TestFolder.at(Path.of(args[0])).start()) {
            TestFolder.execute(parts, "create table public.kept as select 7 as answer");
            System.out.println(UP);
            waitForTheTestToEnd();
        } finally {
            System.exit(1);
        }
    }

    private static void waitForTheTestToEnd() throws IOException {
        while (System.in.read() >= 0) {
            // the test says nothing; its end closes our input
        }
    }
}

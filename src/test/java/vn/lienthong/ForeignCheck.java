package vn.lienthong;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** What {@code scripts/verify-audit} says, which knows nothing of the hub. */
public record ForeignCheck(int exit, String said) {

    /** Of these days in turn. */
    public static ForeignCheck of(List<String> options, String... days) {
        try {
            Path folder = Files.createTempDirectory("audit");
            try {
                return checked(folder, options, days);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(Arrays.toString(days), stopped);
        }
    }

    private static ForeignCheck checked(Path folder, List<String> options, String... days)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("scripts/verify-audit"));
        command.addAll(options);
        for (int i = 0; i < days.length; i++) {
            Path file = folder.resolve(i + ".ndjson");
            Files.writeString(file, days[i]);
            command.add(file.toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new ForeignCheck(process.waitFor(), said);
    }
}

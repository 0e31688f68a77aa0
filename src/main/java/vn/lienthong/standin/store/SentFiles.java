package vn.lienthong.standin.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.UUID;

/** Files that were sent before the dossiers that name them, and the numbers given away: on disk before it is answered. */
public final class SentFiles {

    private static final int NUMBERS_AT_ONCE = 1000;

    private final Path folder;
    private final Path numbers;
    private long next;
    private long reserved;

    private SentFiles(Path folder, Path numbers) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.numbers = numbers;
        reserved =
                Files.exists(numbers) ? Long.parseLong(Files.readString(numbers).strip()) : 0;
        next = reserved;
    }

    public static SentFiles open(Path data) throws IOException {
        return new SentFiles(data.resolve("files"), data.resolve("numbers"));
    }

    /** A file as it is named from now on. */
    public record Sent(String id, String hash) {}

    /** Keeps a content once. */
    public Sent keep(byte[] content) {
        String hash = HexFormat.of().formatHex(sha256(content));
        Path file = folder.resolve("f-" + hash.substring(0, 16));
        if (Files.notExists(file)) {
            write(file, content);
        }
        return new Sent(String.valueOf(file.getFileName()), hash);
    }

    /** Whether this very file is here under this id. */
    public boolean holds(String id, String hash) {
        return id.matches("f-[0-9a-f]{16}") && hash.startsWith(id.substring(2)) && Files.exists(folder.resolve(id));
    }

    /** {@code G09.20-20260609-0092637}; none is ever given twice, also after a kill. */
    public synchronized String number(String unit, LocalDate day) {
        if (next == reserved) {
            reserved += NUMBERS_AT_ONCE;
            write(numbers, Long.toString(reserved).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        return "%s-%s-%07d".formatted(unit, day.format(DateTimeFormatter.BASIC_ISO_DATE), ++next);
    }

    private static void write(Path file, byte[] content) {
        try {
            Path unfinished = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
            Files.write(unfinished, content);
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package vn.lienthong.hub.intake.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.content.ContentTypes;

/**
 * Zip archives and the Office files made of them: unpacked once to nowhere, archives inside them too.
 *
 * <p>The directory at the end is what every program follows, so the packed bytes are held in memory for it; nothing
 * unpacked is.
 */
final class Archive {

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final List<String> DOCUMENTS =
            List.of("wordprocessingml.document", "spreadsheetml.sheet", "presentationml.presentation");
    private static final int HEAD = 4_096;
    private static final String ZIP = "application/zip";
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    private final FileRules rules;

    Archive(FileRules rules) {
        this.rules = rules;
    }

    /** {@code byItsHead} is what it seems to be; archives of documents say more inside. */
    TypeChecks.Found look(Offered.Content content, String byItsHead) throws IOException {
        byte[] packed;
        try (InputStream in = content.open()) {
            packed = in.readAllBytes();
        }
        Walk walk = new Walk(new Unpacking(rules.archives(), packed.length));
        @Nullable Flaw flaw = walk.flaw(packed, 1);
        String fallback = byItsHead.startsWith("application/x-tika") ? ZIP : byItsHead;
        return new TypeChecks.Found(walk.type == null ? fallback : walk.type, flaw);
    }

    /** One archive with all that is in it. */
    private final class Walk {

        private final Unpacking unpacking;
        private @Nullable String type;

        Walk(Unpacking unpacking) {
            this.unpacking = unpacking;
        }

        @Nullable
        Flaw flaw(byte[] packed, int depth) throws IOException {
            if (depth > rules.archives().depth()) {
                return Flaw.of(Flaw.UNPACKS_TOO_LARGE);
            }
            try (ZipFile archive = ZipFile.builder().setByteArray(packed).get()) {
                for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
                    unpacking.entry();
                    Flaw flaw = flaw(archive, entry, depth);
                    if (flaw != null) {
                        return flaw;
                    }
                }
                return null;
            } catch (Unpacking.Bomb bomb) {
                return Flaw.of(Flaw.UNPACKS_TOO_LARGE);
            } catch (IOException | RuntimeException damaged) {
                return Flaw.of(Flaw.TRUNCATED);
            }
        }

        private @Nullable Flaw flaw(ZipFile archive, ZipArchiveEntry entry, int depth) throws IOException {
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                return Flaw.of(Flaw.ENCRYPTED);
            }
            String ending = Endings.of(entry.getName());
            if (rules.executable().endings().contains(ending)) {
                return Flaw.of(Flaw.EXECUTABLE, "type", ending);
            }
            try (InputStream in = archive.getInputStream(entry)) {
                byte[] head = in.readNBytes(HEAD);
                unpacking.count(head.length);
                String kind = ContentTypes.of(head);
                if (rules.executable().types().contains(kind)) {
                    return Flaw.of(Flaw.EXECUTABLE, "type", kind);
                }
                if (entry.getName().equals(CONTENT_TYPES)) {
                    return office(whole(head, in), depth);
                }
                if (new Look(head, head, head.length, false, null).begins('P', 'K', 3, 4)) {
                    return flaw(whole(head, in), depth + 1);
                }
                unpacking.drain(in);
                return null;
            }
        }

        /** The list of parts says what a document is. */
        private @Nullable Flaw office(byte[] parts, int depth) {
            String list = new String(parts, StandardCharsets.UTF_8);
            if (list.contains("macroEnabled") || list.contains("vbaProject")) {
                return Flaw.of(Flaw.EXECUTABLE, "type", "VBA");
            }
            DOCUMENTS.stream()
                    .filter(kind -> depth == 1 && list.contains(OFFICE + kind + ".main+xml"))
                    .forEach(kind -> type = OFFICE + kind);
            return null;
        }

        /** What has to be seen as a whole; too large for a file of its own is too large here. */
        private byte[] whole(byte[] head, InputStream rest) throws IOException {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(head);
            byte[] buffer = new byte[8_192];
            for (int count = rest.read(buffer); count >= 0; count = rest.read(buffer)) {
                unpacking.count(count);
                all.write(buffer, 0, count);
                if (all.size() > rules.largestFile().toBytes()) {
                    throw new Unpacking.Bomb();
                }
            }
            return all.toByteArray();
        }
    }
}

package vn.lienthong.hub.intake.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.jspecify.annotations.Nullable;

/** Files of every kind, made by the libraries that make them. */
final class Sample {

    private static final String PARTS = "[Content_Types].xml";

    private Sample() {}

    static byte[] pdf() {
        return pdf(null);
    }

    /** Opens with this password only; with an empty one it opens for everybody and may not be printed. */
    static byte[] pdf(@Nullable String password) {
        return written(out -> {
            try (PDDocument document = new PDDocument()) {
                document.addPage(new PDPage());
                if (password != null) {
                    var rights = new AccessPermission();
                    rights.setCanPrint(false);
                    document.protect(new StandardProtectionPolicy("owner", password, rights));
                }
                document.save(out);
            }
        });
    }

    static byte[] picture(String format) {
        return written(out -> ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), format, out));
    }

    static byte[] document(String kind, Map<String, byte[]> more) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        String type = "application/vnd.openxmlformats-officedocument." + kind + ".main+xml";
        parts.put(PARTS, text("<Types><Override PartName=\"/a.xml\" ContentType=\"" + type + "\"/></Types>"));
        parts.put("a.xml", text("<a/>"));
        parts.putAll(more);
        return zip(parts);
    }

    static byte[] zip(Map<String, byte[]> entries) {
        return written(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (var entry : entries.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                }
            }
        });
    }

    /** Many megabytes of nothing in one entry. */
    static byte[] bomb(String name, int megabytes) {
        return written(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry(name));
                for (int i = 0; i < megabytes; i++) {
                    zip.write(new byte[1 << 20]);
                }
            }
        });
    }

    /** A compound file of a header, one table of sectors and a directory with these names. */
    static byte[] compound(String... names) {
        ByteBuffer file = ByteBuffer.allocate(512 * 8).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(0, 0xe11ab1a1e011cfd0L).putShort(0x1e, (short) 9).putInt(0x2c, 1);
        int entry = 1024;
        for (String name : names) {
            byte[] letters = name.getBytes(StandardCharsets.UTF_16LE);
            file.put(entry, letters)
                    .putShort(entry + 64, (short) (letters.length + 2))
                    .put(entry + 66, (byte) 2);
            entry += 128;
        }
        return file.array();
    }

    static byte[] program() {
        byte[] program = new byte[512];
        program[0] = 'M';
        program[1] = 'Z';
        return program;
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private interface Writing {

        void to(OutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}

package vn.lienthong.hub.intake.rehearsal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.platform.config.ConfigBundle;

/**
 * The words a sample is tried with: the sender's own as they are in force, or as they would be with a proposed file.
 *
 * @param config the configuration they are from
 * @param since see {@link Report.Words}
 */
record TriedMapping(ConfigBundle config, JsonNode settings, Layers layers, long since) {

    Report.Words shown() {
        List<String> files = layers.files().stream().map(Layers.File::path).toList();
        return new Report.Words(files, hash(settings.toString()), since);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package vn.lienthong.hub.intake.rehearsal;

import java.util.List;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.platform.config.ConfigBundle;
import vn.lienthong.hub.platform.content.Sha256;

/**
 * The words a sample is tried with: the sender's own as they are in force, or as they would be with a proposed file.
 *
 * @param config the configuration they are from
 * @param since see {@link Report.Words}
 */
record TriedMapping(ConfigBundle config, JsonNode settings, Layers layers, long since) {

    Report.Words shown() {
        List<String> files = layers.files().stream().map(Layers.File::path).toList();
        return new Report.Words(files, Sha256.hex(settings.toString()), since);
    }
}

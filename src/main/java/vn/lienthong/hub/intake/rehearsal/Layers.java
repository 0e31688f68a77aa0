package vn.lienthong.hub.intake.rehearsal;

import java.util.List;
import java.util.OptionalInt;
import tools.jackson.core.JsonPointer;
import vn.lienthong.hub.catalog.SenderSettings;
import vn.lienthong.hub.platform.config.ConfigBundle;
import vn.lienthong.hub.platform.config.ConfigLines;

/** The files that speak of a sender, the one that has the last word first. */
record Layers(List<File> files) {

    /** One file; {@code pointer} is where in it the sender's settings begin. */
    record File(String path, String pointer, ConfigLines lines) {}

    static Layers of(ConfigBundle config, List<SenderSettings.Layer> layers) {
        return new Layers(layers.reversed().stream()
                .map(layer -> new File(layer.path(), layer.pointer(), new ConfigLines(config.text(layer.path()))))
                .toList());
    }

    /** The line that has the last word at a JSON pointer of the settings, or on what it would stand in. */
    Line line(String pointer) {
        for (JsonPointer place = JsonPointer.compile(pointer); place != null; place = place.head()) {
            for (File file : files) {
                OptionalInt line = place.toString().isEmpty()
                        ? OptionalInt.empty()
                        : file.lines().at(file.pointer() + place);
                if (line.isPresent()) {
                    return new Line(file.path(), line.getAsInt());
                }
            }
        }
        return new Line(files.getLast().path(), 1);
    }
}

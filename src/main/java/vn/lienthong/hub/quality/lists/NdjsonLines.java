package vn.lienthong.hub.quality.lists;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.platform.reason.Reason;

/** Lines of JSON objects; a list among the values counts as the number of its elements. */
final class NdjsonLines implements Lines {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 1 << 20;

    private final InputStream bytes;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    private int at;
    private int filled;
    private long number;

    NdjsonLines(InputStream bytes) {
        this.bytes = bytes;
    }

    @Override
    public List<String> titles() {
        return List.of();
    }

    @Override
    public @Nullable Line next() throws IOException {
        while (more()) {
            readLine();
            String text = line.toString(StandardCharsets.UTF_8).strip();
            if (!text.isEmpty()) {
                return new Line(number, cells(number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text));
            }
        }
        return null;
    }

    private boolean more() throws IOException {
        if (at == filled) {
            at = 0;
            filled = bytes.read(buffer);
        }
        return filled > 0;
    }

    private void readLine() throws IOException {
        line.reset();
        number++;
        while (more()) {
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, at, end - at);
            boolean ended = end < filled;
            at = ended ? end + 1 : end;
            if (ended) {
                return;
            }
            if (line.size() > LONGEST) {
                throw new UnreadableListException(Reason.of("list-broken").with("line", Long.toString(number)));
            }
        }
    }

    private static Map<String, String> cells(String text) {
        try {
            JsonNode object = JSON.readTree(text);
            Map<String, String> cells = new HashMap<>();
            object.propertyStream().forEach(field -> cells.put(field.getKey(), cell(field.getValue())));
            return cells;
        } catch (JacksonException noJson) {
            return Map.of();
        }
    }

    private static String cell(JsonNode value) {
        if (value.isArray()) {
            return Integer.toString(value.size());
        }
        return value.isNull() ? "" : value.asString("").strip();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}

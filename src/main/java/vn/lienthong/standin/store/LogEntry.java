package vn.lienthong.standin.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one call added: one line, so that a call is on disk entirely or not at all. */
record LogEntry(Kind kind, String unit, List<Arrival> records, int noOps) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static LogEntry read(JsonNode line) {
        Kind kind = Kind.valueOf(line.path("kind").asString());
        List<Arrival> records = line.path("records")
                .valueStream()
                .map(record -> Arrival.of(kind, record))
                .toList();
        return new LogEntry(
                kind, line.path("unit").asString(), records, line.path("noOps").asInt());
    }

    /** Stores as told, without judging again: what the log holds twice is then held twice, and reported. */
    void putOn(Shelf shelf) {
        records.forEach(record -> shelf.put(kind, unit, record));
        shelf.countNoOps(kind, noOps);
    }

    byte[] line() {
        var line = new ByteArrayOutputStream();
        String head = "{\"kind\":\"%s\",\"unit\":%s,\"noOps\":%d,\"records\":["
                .formatted(kind, JSON.writeValueAsString(unit), noOps);
        line.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < records.size(); i++) {
            if (i > 0) {
                line.write(',');
            }
            line.writeBytes(records.get(i).json());
        }
        line.writeBytes(new byte[] {']', '}'});
        return line.toByteArray();
    }
}

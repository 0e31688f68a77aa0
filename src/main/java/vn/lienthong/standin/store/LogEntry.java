package vn.lienthong.standin.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one call added: a head line that counts the record lines after it, so that a call is held whole or not. */
record LogEntry(byte[] head, Kind kind, String unit, List<Arrival> records, int noOps) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static LogEntry of(Kind kind, String unit, List<Arrival> records, int noOps) {
        String head = "{\"kind\":\"%s\",\"unit\":%s,\"noOps\":%d,\"records\":%d}"
                .formatted(kind, JSON.writeValueAsString(unit), noOps, records.size());
        return new LogEntry(head.getBytes(StandardCharsets.UTF_8), kind, unit.intern(), records, noOps);
    }

    /** Reads an entry back from its lines, the head first. */
    static LogEntry read(JsonNode fields, byte[] head, List<byte[]> lines) {
        Kind kind = Kind.valueOf(fields.path("kind").asString());
        List<Arrival> records = lines.stream()
                .map(line -> Arrival.of(kind, JSON.readTree(line), line))
                .toList();
        String unit = fields.path("unit").asString().intern();
        return new LogEntry(head, kind, unit, records, fields.path("noOps").asInt());
    }

    /** Stores as told, without judging again: what the log holds twice is then held twice, and reported. */
    void putOn(Shelf shelf, long start) {
        long offset = start + head.length + 1;
        for (Arrival record : records) {
            shelf.put(kind, unit, record, new Place(offset, record.json().length));
            offset += record.json().length + 1;
        }
        shelf.countNoOps(kind, noOps);
    }

    byte[] block() {
        var block = new ByteArrayOutputStream();
        block.writeBytes(head);
        block.write('\n');
        for (Arrival record : records) {
            block.writeBytes(record.json());
            block.write('\n');
        }
        return block.toByteArray();
    }

    long length() {
        return head.length
                + 1
                + records.stream().mapToLong(record -> record.json().length + 1).sum();
    }
}

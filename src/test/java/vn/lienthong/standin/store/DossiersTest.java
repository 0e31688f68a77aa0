package vn.lienthong.standin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class DossiersTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    Path data;

    @Test
    void rebuildsEverythingAfterRestart() throws Exception {
        Holdings before;
        try (var dossiers = Dossiers.open(data)) {
            create(dossiers, "A-1");
            create(dossiers, "A-2");
            progress(dossiers, "A-1", "4");
            progress(dossiers, "A-1", "4");
            dossiers.accept(
                    new Arrivals(Kind.UPDATE, "H52", List.of(dossier("A-2").put("GhiChu", "mới")), true));
            before = dossiers.holdings();
        }
        try (var dossiers = Dossiers.open(data)) {
            assertThat(dossiers.holdings()).isEqualTo(before);
            assertThat(before).isEqualTo(new Holdings(2, 1, 1, 1, 0, 0, 0));
            assertThat(dossiers.find("A-1").orElseThrow().status()).isEqualTo("4");
            assertThat(progress(dossiers, "A-1", "4")).containsExactly(Verdict.REPEATED);
        }
    }

    @Test
    void cutsOffTornLastLineAndGoesOn() throws Exception {
        try (var dossiers = Dossiers.open(data)) {
            create(dossiers, "A-1");
        }
        append("{\"kind\":\"CREATE\",\"unit\":\"H52\",\"noOps\":0,\"records\":2}\n{\"MaHoSo\":\"A-2\"}\n{\"MaHo");
        try (var dossiers = Dossiers.open(data)) {
            assertThat(dossiers.size()).isEqualTo(1);
            create(dossiers, "A-2");
        }
        try (var dossiers = Dossiers.open(data)) {
            assertThat(dossiers.size()).isEqualTo(2);
        }
    }

    @Test
    void cutsOffUnreadableLastLine() throws Exception {
        append("\0\0\0\0\n");
        try (var dossiers = Dossiers.open(data)) {
            assertThat(dossiers.size()).isZero();
            assertThat(Files.size(log())).isZero();
        }
    }

    @Test
    void refusesToStartOnLogDamagedInTheMiddle() throws Exception {
        append("{\"kind\":\n{\"kind\":\"CREATE\",\"unit\":\"H52\",\"noOps\":0,\"records\":0}\n");

        assertThatThrownBy(() -> Dossiers.open(data))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
        Files.delete(log());
        Dossiers.open(data).close();
    }

    @Test
    void countsNaturalKeyHeldTwice() throws Exception {
        try (var dossiers = Dossiers.open(data)) {
            create(dossiers, "A-1");
            progress(dossiers, "A-1", "4");
        }
        List<String> lines = Files.readAllLines(log());
        append(String.join("\n", lines.subList(lines.size() - 2, lines.size())) + "\n");
        try (var dossiers = Dossiers.open(data)) {
            assertThat(dossiers.holdings().duplicates()).isEqualTo(1);
            assertThat(dossiers.holdings().conflicting()).isZero();
        }
    }

    @Test
    void refusesSecondUserOfTheSameFolder() throws Exception {
        try (var dossiers = Dossiers.open(data)) {
            assertThatThrownBy(() -> Dossiers.open(data)).hasMessageContaining("another stand-in");
        }
    }

    @Test
    void hasRecordOnDiskBeforeItAnswers() throws Exception {
        try (var dossiers = Dossiers.open(data)) {
            create(dossiers, "A-1");
            assertThat(Files.readString(log())).contains("A-1").endsWith("\n");
        }
    }

    @Test
    void readsRecordsBackFromTheLog() throws Exception {
        try (var dossiers = Dossiers.open(data)) {
            dossiers.accept(new Arrivals(Kind.CREATE, "H52", List.of(dossier("A-1"), dossier("Ạ-2")), true));
            dossiers.clear();
            dossiers.accept(new Arrivals(Kind.CREATE, "H52", List.of(dossier("Ạ-3"), dossier("A-4")), true));
            assertThat(json(dossiers, "A-4")).isEqualTo(dossier("A-4").toString());
        }
        try (var dossiers = Dossiers.open(data)) {
            create(dossiers, "A-5");
            assertThat(json(dossiers, "Ạ-3")).isEqualTo(dossier("Ạ-3").toString());
            assertThat(json(dossiers, "A-5")).isEqualTo(dossier("A-5").toString());
        }
    }

    private static String json(Dossiers dossiers, String code) {
        return new String(dossiers.json(dossiers.find(code).orElseThrow().place()), StandardCharsets.UTF_8);
    }

    @Test
    void forgetsEverythingOnDiskToo() throws Exception {
        try (var dossiers = Dossiers.open(data)) {
            create(dossiers, "A-1");
            dossiers.clear();
            create(dossiers, "A-2");
        }
        try (var dossiers = Dossiers.open(data)) {
            assertThat(dossiers.find("A-1")).isEmpty();
            assertThat(dossiers.size()).isEqualTo(1);
        }
    }

    @Test
    void keepsEveryRecordOfManyCallersOnce() throws Exception {
        try (var dossiers = Dossiers.open(data);
                var callers = Executors.newFixedThreadPool(16)) {
            create(dossiers, "A-1");
            List<Callable<List<Verdict>>> calls = IntStream.range(0, 800)
                    .<Callable<List<Verdict>>>mapToObj(i -> () -> i % 2 == 0
                            ? create(dossiers, "B-" + i / 4)
                            : dossiers.accept(new Arrivals(Kind.STEP, "H52", List.of(step("A-1", i / 4)), true)))
                    .toList();
            long stored = 0;
            for (var answer : callers.invokeAll(calls)) {
                stored += answer.get().stream()
                        .filter(verdict -> verdict == Verdict.STORED)
                        .count();
            }

            assertThat(stored).isEqualTo(400);
            assertThat(dossiers.holdings()).isEqualTo(new Holdings(201, 200, 0, 200, 0, 0, 0));
        }
        try (var dossiers = Dossiers.open(data)) {
            assertThat(dossiers.holdings()).isEqualTo(new Holdings(201, 200, 0, 200, 0, 0, 0));
        }
    }

    private static List<Verdict> create(Dossiers dossiers, String code) {
        return dossiers.accept(new Arrivals(Kind.CREATE, "H52", List.of(dossier(code)), true));
    }

    private static List<Verdict> progress(Dossiers dossiers, String code, String status) {
        return dossiers.accept(
                new Arrivals(Kind.STEP, "H52", List.of(step(code, 1).put("TrangThai", status)), true));
    }

    private static ObjectNode dossier(String code) {
        return JSON.createObjectNode().put("MaHoSo", code).put("TrangThaiHoSo", "2");
    }

    private static ObjectNode step(String code, int minute) {
        return JSON.createObjectNode()
                .put("MaHoSo", code)
                .put("TrangThai", "4")
                .put("ThoiDiemXuLy", "20260825" + minute);
    }

    private void append(String text) throws IOException {
        Files.writeString(log(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private Path log() {
        return data.resolve("accepted.jsonl");
    }
}

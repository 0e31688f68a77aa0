package vn.lienthong.hub.portal.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.access.files.FileLinks;
import vn.lienthong.hub.dossier.DossierFacts.Attachment;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.content.ContentStore;
import vn.lienthong.infra.HubHome;

/** Links to files, in a hub with a public address, on its real parts. */
class FilesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/departments/finance");
    private static final String BASE = "https://hub.sonla.example";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private static RunningHub hub;

    @Configuration
    @PropertySource("classpath:files/public-url.properties")
    static class WithPublicAddress {}

    @BeforeAll
    static void start() {
        hub = RunningHub.start(WithPublicAddress.class);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void givesAFileAsADownloadAndLogsWhoFetchedIt() throws Exception {
        DossierView dossier = registered("H52.18-260824-0101");
        Attachment file = files(dossier).getFirst();
        String link = hub.bean(FileLinks.class).to(dossier.id(), hash(dossier), "national");
        assertThat(link).startsWith(BASE + "/api/v1/files/").doesNotContain(hash(dossier), dossier.code());

        HttpResponse<byte[]> answer = get(link);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(content("content"));
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .contains("to-khai.pdf");
        assertThat(answer.headers().firstValue("Content-Length")).contains(String.valueOf(file.size()));
        JsonNode fetches = hub.as("operator")
                .gets("/api/v1/file-fetches?code=" + dossier.code())
                .is(200)
                .json()
                .path("fetches");
        assertThat(fetches.size()).isEqualTo(1);
        assertThat(fetches.get(0).path("audience").asString()).isEqualTo("national");
        assertThat(fetches.get(0).path("address").asString()).isEqualTo("127.0.0.0");
        assertThat(fetches.get(0).path("status").asInt()).isEqualTo(200);
        assertThat(audited(dossier.code())).isEqualTo(1);
        assertThat(hub.bean(Audit.class).verify().intact()).isTrue();
    }

    @Test
    void givesThePartThatIsAskedFor() throws Exception {
        DossierView dossier = registered("H52.18-260824-0102");
        String link = hub.bean(FileLinks.class).to(dossier.id(), hash(dossier), "national");
        byte[] whole = content("content");

        HttpResponse<byte[]> middle = get(link, "Range", "bytes=10-19");
        assertThat(middle.statusCode()).isEqualTo(206);
        assertThat(middle.body()).isEqualTo(java.util.Arrays.copyOfRange(whole, 10, 20));
        assertThat(middle.headers().firstValue("Content-Range")).contains("bytes 10-19/" + whole.length);
        HttpResponse<byte[]> rest = get(link, "Range", "bytes=-5");
        assertThat(rest.body()).isEqualTo(java.util.Arrays.copyOfRange(whole, whole.length - 5, whole.length));
        assertThat(get(link, "Range", "bytes=999999-").statusCode()).isEqualTo(416);
        assertThat(get(link, "Range", "nonsense").statusCode()).isIn(200, 416);
        assertThat(get(link, "Range", "bytes=0-1,3-4").body()).isEqualTo(whole);
    }

    @Test
    void saysThatALinkIsOverWithdrawnOrNotOurs() throws Exception {
        DossierView dossier = registered("H52.18-260824-0103");
        FileLinks links = hub.bean(FileLinks.class);
        String kept = links.to(dossier.id(), hash(dossier), "national");
        String never = links.to(dossier.id(), "0".repeat(64), "national");

        assertThat(problem(get(kept.substring(0, kept.length() - 2) + "AA"))).isEqualTo("404 unknown-file");
        assertThat(problem(get(BASE + "/api/v1/files/nonsense"))).isEqualTo("404 unknown-file");
        assertThat(problem(get(never))).isEqualTo("410 file-withdrawn");
        assertThat(get(kept).statusCode()).isEqualTo(200);

        // the department replaces the paper: what was offered before is withdrawn
        push("H52.18-260824-0103", "replaced", 4);
        assertThat(problem(get(kept))).isEqualTo("410 file-withdrawn");
        assertThat(hub.bean(JdbcClient.class)
                        .sql("select status from hub.file_fetches where dossier_id = :id order by fetched_at")
                        .param("id", dossier.id())
                        .query(Integer.class)
                        .list())
                .containsExactly(410, 200, 410);
        assertThat(audited(dossier.code())).isEqualTo(1);
    }

    @Test
    void saysThatAFileThatIsGoneFromTheStoreIsNotThere() throws Exception {
        DossierView dossier = registered("H52.18-260824-0104");
        String sha256 = hub.bean(ContentStore.class)
                .put(new ByteArrayInputStream(content("replaced")))
                .sha256();
        push("H52.18-260824-0104", "replaced", 4);
        String link = hub.bean(FileLinks.class).to(dossier.id(), sha256, "national");
        Path place = hub.bean(HubHome.class)
                .data()
                .resolve("content")
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
        byte[] sealed = Files.readAllBytes(place);
        Files.delete(place);

        assertThat(problem(get(link))).isEqualTo("404 unknown-file");

        Files.write(place, sealed);
        assertThat(get(link).statusCode()).isEqualTo(200);
    }

    private static DossierView registered(String code) throws IOException {
        push(code, "content", 1);
        return hub.bean(Dossiers.class).byCode(code).orElseThrow();
    }

    /** The new dossier of the golden case under another code; {@code which} of two contents, at this minute. */
    private static void push(String code, String which, int minute) throws IOException {
        String push = Files.readString(GOLDEN.resolve("three-files-of-one-component.push.json"));
        ObjectNode record = (ObjectNode) JSON.readTree(push);
        record.put("code", code).put("version", "2026-08-24T09:%02d:00+07:00".formatted(20 + minute));
        ObjectNode paper = (ObjectNode) record.path("components").get(0);
        ObjectNode file = (ObjectNode) paper.path("files").get(0);
        file.put("content", Base64.getEncoder().encodeToString(content(which)));
        paper.putArray("files").add(file);
        hub.as("finance").pushes("finance", record.toString());
    }

    private static byte[] content(String which) {
        return ("%PDF-1.4\n% " + which + "\ntrailer<</Root<</Pages<</Kids[]>>>>>>\n%%EOF\n").getBytes();
    }

    private static List<Attachment> files(DossierView dossier) {
        return Objects.requireNonNull(dossier.facts()).components().getFirst().files();
    }

    private static String hash(DossierView dossier) {
        return Objects.requireNonNull(files(dossier).getFirst().sha256());
    }

    private static long audited(String code) {
        return hub.bean(JdbcClient.class)
                .sql("select count(*) from hub.audit where action = 'file.fetch' and object = :code")
                .param("code", code)
                .query(Long.class)
                .single();
    }

    private static String problem(HttpResponse<byte[]> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        String type = JSON.readTree(answer.body()).path("type").asString();
        return answer.statusCode() + " " + type.substring(type.lastIndexOf(':') + 1);
    }

    private static HttpResponse<byte[]> get(String link, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(link.replace(BASE, "http://127.0.0.1:" + hub.port())));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}

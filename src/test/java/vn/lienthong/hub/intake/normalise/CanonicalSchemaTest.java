package vn.lienthong.hub.intake.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.dossier.DossierFacts;

/** The published schema and its Java twin are equal. */
class CanonicalSchemaTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SCHEMA = Path.of("src/main/resources/schemas/dossier-1.json");
    private static final String FULL = """
            {"code":"000.00.14.H52-260824-0002","aliases":[{"kind":"NATIONAL","code":"G09.20-20260609-0092637"}],
             "procedure":"1.004889","agency":"000.00.14.H52","channel":"COUNTER","summary":"Đề nghị mẫu",
             "applicant":{"name":"TRẦN VĂN THỬ","subjectType":"CITIZEN","personalId":"014090000001","oldId":"050123456",
               "taxCode":"9900000016","phone":"0900000001","email":"thu@example.org","address":"Số 1","birthDate":"1990-01-01"},
             "owner":{"name":"LÊ VĂN MẪU"},
             "submittedAt":"2026-08-24T08:45:00+07:00","receivedAt":"2026-08-24T09:15:00+07:00",
             "dueAt":"2026-09-10T09:15:00+07:00","finishedAt":"2026-09-09T16:20:00+07:00",
             "returnedAt":"2026-09-10T08:30:00+07:00","refusedAt":"2026-09-10T08:30:00+07:00","returnMethod":"POST","notices":"BOTH",
             "components":[{"name":"Tờ khai","code":"TP1","originals":1,"copies":0,
               "files":[{"name":"a.pdf","sha256":"%s","size":5,"link":"https://mc.tinh.example/1"}]}],
             "fees":[{"name":"Lệ phí","code":"LP","amount":250000,"paid":true}],
             "results":[{"name":"Kết quả","code":"KQ.G15.000031","files":[{"link":"https://mc.tinh.example/2"}]}],
             "note":"Ghi chú"}
            """.formatted("0".repeat(64));

    private final CanonicalSchema schema = new CanonicalSchema();

    @Test
    void acceptsAFullDossierThatTheFactsGiveBackUnchanged() {
        JsonNode full = JSON.readTree(FULL);
        assertThat(schema.violations(full)).isEmpty();
        JsonNode back = JSON.readTree(JSON.writeValueAsString(JSON.treeToValue(full, DossierFacts.class)));
        assertThat(back).isEqualTo(full);
    }

    @Test
    void hasTheMembersOfTheFactsAndNoOther() throws IOException {
        JsonNode published = JSON.readTree(Files.readString(SCHEMA));
        assertThat(members(published)).isEqualTo(components(DossierFacts.class));
        assertThat(members(published.at("/$defs/party"))).isEqualTo(components(DossierFacts.Party.class));
        assertThat(members(published.at("/properties/components/items")))
                .isEqualTo(components(DossierFacts.Component.class));
        assertThat(members(published.at("/properties/fees/items"))).isEqualTo(components(DossierFacts.Fee.class));
        assertThat(members(published.at("/properties/results/items"))).isEqualTo(components(DossierFacts.Result.class));
        assertThat(members(published.at("/$defs/files/items"))).isEqualTo(components(DossierFacts.Attachment.class));
    }

    @Test
    void refusesWhatIsEmptyUnknownOrMissing() {
        for (String wrong : List.of(
                "{}",
                "{\"code\":\"\"}",
                "{\"code\":\"1\",\"note\":null}",
                "{\"code\":\"1\",\"owner\":{}}",
                "{\"code\":\"1\",\"fees\":[]}",
                "{\"code\":\"1\",\"colour\":\"red\"}",
                "{\"code\":\"1\",\"dueAt\":\"2026-08-31\"}",
                "{\"code\":\"1\",\"applicant\":{\"personalId\":\"000000001\"}}")) {
            assertThat(schema.violations(JSON.readTree(wrong))).as(wrong).isNotEmpty();
        }
    }

    private static Set<String> members(JsonNode object) {
        return new TreeSet<>(object.path("properties").propertyNames());
    }

    private static Set<String> components(Class<? extends Record> twin) {
        TreeSet<String> names = new TreeSet<>();
        Arrays.stream(twin.getRecordComponents()).forEach(component -> names.add(component.getName()));
        return names;
    }
}

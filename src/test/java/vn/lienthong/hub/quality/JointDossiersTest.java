package vn.lienthong.hub.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

/** A joint dossier (liên thông) and its parts: one filing. */
@ExtendWith(OneHub.class)
class JointDossiersTest {

    private static final LocalDate DAY = LocalDate.of(2019, 3, 4);
    private static final String WHOLE = "000.00.14.H52-190304-0001";

    private final RunningHub hub;
    private final HubClient operator;

    JointDossiersTest(RunningHub hub) {
        this.hub = hub;
        this.operator = hub.as("operator");
    }

    @Test
    void countAndAreToldAsOneWithThePartsKept() {
        long before = counted();
        hub.as("finance").pushes("finance", dossier(WHOLE, ""));
        for (int part = 2; part <= 4; part++) {
            hub.as("finance")
                    .pushes(
                            "finance",
                            dossier("000.00.14.H52-190304-000" + part, "\"parent\":\"%s\",".formatted(WHOLE)));
        }

        assertThat(counted()).isEqualTo(before + 1);
        assertThat(operator.gets("/api/v1/dossiers/000.00.14.H52-190304-0002")
                        .is(200)
                        .json()
                        .at("/dossier/parent")
                        .asString())
                .isEqualTo(WHOLE);
        assertThat(hub.bean(JdbcClient.class).sql("""
                                select d.code from hub.sync s join hub.dossiers d on d.id = s.dossier_id
                                 where d.code like '000.00.14.H52-190304-%'
                                """).query(String.class).list())
                .containsExactly(WHOLE);
    }

    /** Dossiers of others that are still open on that day count, too. */
    private long counted() {
        return hub.bean(Reports.class).byAgency(DAY, DAY).rows().stream()
                .mapToLong(row -> row.numbers()[0])
                .sum();
    }

    private static String dossier(String code, String more) {
        return """
                {"code":"%s",%s"procedure":"1.004889","agency":"000.00.14.H52","status":"ACCEPTED",
                 "receivedAt":"04/03/2019 09:15:00","dueAt":"20/03/2019 09:15:00","applicantName":"TRẦN VĂN THỬ",
                 "applicantType":"CITIZEN","applicantId":"014090000001","channel":"COUNTER","returnMethod":"DESK"}
                """.formatted(code, more);
    }
}

package vn.lienthong.hub.notify.slips;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.hub.platform.reason.Reason;

/** Which form may be issued when. */
class ConditionsTest {

    private final Conditions conditions =
            Papers.Press.of(PlatformFixture.projectConfig()).conditions();

    @Test
    void givesAReceiptOnlyForAnAcceptedDossierWithADueDate() {
        assertThat(rule(Papers.complete().in(DossierStatus.SUBMITTED, "2026-08-24T08:30:00", null), Form.RECEIPT))
                .isEqualTo(Rules.SLIP_NOT_ACCEPTED);
        assertThat(rule(accepted().without(null), Form.RECEIPT)).isEqualTo(Rules.SLIP_WITHOUT_DUE_DATE);
        assertThat(rule(accepted(), Form.RECEIPT)).isEqualTo("ready");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERR_500",
                "-2",
                "",
                "error_code: -99",
                "java.lang.NullPointerException at line 3",
                "HTTP 502 từ hệ thống",
                "{\"message\":\"không hợp lệ ở trường\"}",
                "E1023 hồ sơ lỗi",
                "Lỗi"
            })
    void printsNoTechnicalCodeAsALegalReason(String note) {
        Papers refused = Papers.complete().in(DossierStatus.NOT_ACCEPTED, "2026-08-24T15:00:00", note);
        assertThat(rule(refused, Form.REFUSAL)).isEqualTo(Rules.SLIP_REASON_NOT_LEGAL_TEXT);
        assertThat(rule(refused.entered(Papers.REFUSAL, null, null), Form.REFUSAL))
                .isEqualTo("ready");
    }

    @Test
    void refusesAFormWhoseCauseNeverHappened() {
        assertThat(rule(accepted(), Form.REFUSAL)).isEqualTo(Rules.SLIP_NOT_REFUSED);
        assertThat(rule(accepted(), Form.SUPPLEMENT)).isEqualTo(Rules.SLIP_NO_SUPPLEMENT_ASKED);
        assertThat(rule(accepted(), Form.STOP)).isEqualTo(Rules.SLIP_NOT_STOPPED);
        assertThat(rule(accepted(), Form.REGISTER)).isEqualTo(Rules.SLIP_NEEDS_PERIOD);
        assertThat(rule(Papers.complete(), Form.CONTROL)).isEqualTo(Rules.SLIP_WITHOUT_HISTORY);
    }

    @Test
    void extendsOnlyToALaterDayAndOnlyAsOftenAsAllowed() {
        String why = "Cơ quan phối hợp chưa có ý kiến.";
        assertThat(rule(accepted(), Form.EXTENSION)).isEqualTo(Rules.SLIP_NEEDS_NEW_DUE_DATE);
        assertThat(rule(accepted().entered(why, "2026-09-01T09:00:00", null), Form.EXTENSION))
                .isEqualTo(Rules.SLIP_NEEDS_NEW_DUE_DATE);
        assertThat(rule(accepted().entered(why, "2026-09-17T17:00:00", null), Form.EXTENSION))
                .isEqualTo("ready");
        assertThat(rule(
                        accepted().entered(why, "2026-09-17T17:00:00", null).entered(why, "2026-09-24T17:00:00", null),
                        Form.EXTENSION))
                .isEqualTo(Rules.SLIP_TOO_MANY_EXTENSIONS);
    }

    @Test
    void stopsNothingThatHasAResult() {
        Papers stopped = accepted()
                .in(DossierStatus.RESOLVED, "2026-08-27T08:00:00", null)
                .in(DossierStatus.STOPPED, "2026-08-28T08:00:00", "Người nộp đề nghị rút hồ sơ.");
        assertThat(rule(stopped, Form.STOP)).isEqualTo(Rules.SLIP_ALREADY_RESOLVED);
    }

    private static Papers accepted() {
        return Papers.complete().in(DossierStatus.ACCEPTED, "2026-08-24T09:15:00", null);
    }

    private String rule(Papers papers, Form form) {
        return conditions.against(papers.sheet(form)).map(Reason::rule).orElse("ready");
    }
}
